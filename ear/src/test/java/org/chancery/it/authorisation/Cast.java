package org.chancery.it.authorisation;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.Sandbox;
import org.jspecify.annotations.Nullable;

/** One caller of each kind, with a token for the API and, for pages, a session. */
public final class Cast {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final UUID account;
    private final UUID otherAccount = Sandbox.account();
    private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);
    private final Map<Actor, Visitor> visitors = new EnumMap<>(Actor.class);

    /** @param account whose viewer, member and owner take part */
    public Cast(UUID account) {
        this.account = account;
    }

    /** Sends the actor's request to an endpoint of the API, each from another network address. */
    public Api.Answer call(Actor actor, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Api.base() + path))
                .header("X-Forwarded-For", freshAddress())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        body.startsWith("{'") ? body.replace('\'', '"') : body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (actor != Actor.ANONYMOUS) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(actor, this::newToken));
        }
        return Api.exchange(request.build());
    }

    /** Opens a page, or posts an empty form, with the actor's session. */
    public Api.Answer visit(Actor actor, String method, String path) {
        Visitor visitor = visitors.computeIfAbsent(actor, this::newVisitor);
        return method.equals("POST") ? visitor.post(path, Map.of()) : visitor.get(path);
    }

    private String newToken(Actor actor) {
        String owner = actor.isOperator()
                ? "/api/v1/operators/" + Doors.created("/api/v1/operators", Doors.person(actor.role()))
                : "/api/v1/accounts/" + accountOf(actor);
        String body = "{'name':'matrix','role':'" + actor.role() + "'}";
        return Doors.done(Api.operator().post(owner + "/tokens", body)).text("/token");
    }

    private Visitor newVisitor(Actor actor) {
        Visitor visitor = new Visitor(freshAddress());
        if (actor != Actor.ANONYMOUS) {
            String email = Sandbox.freshEmail();
            String people =
                    actor.isOperator() ? "/api/v1/operators" : "/api/v1/accounts/" + accountOf(actor) + "/users";
            Doors.created(people, "{'email':'" + email + "','role':'" + actor.role() + "'}");
            visitor.signIn(actor.isOperator() ? "/console/sign-in" : "/sign-in", email);
        }
        return visitor;
    }

    private UUID accountOf(Actor actor) {
        return actor == Actor.OTHER ? otherAccount : account;
    }

    private static String freshAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "198.51." + number / 250 + "." + (number % 250 + 1);
    }
}
