package org.chancery.client.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The client's state as it lies on the disk. */
final class StateText {

    private static final long FORMAT = 1;

    private StateText() {}

    static byte[] write(ClientState state) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("seat", seat(state.seat()));
        json.put("proposal", state.proposal() == null ? null : state.proposal().clear());
        json.put("attempt", attempt(state.attempt()));
        json.put("denial", state.denial());
        json.put("time", time(state.time()));
        json.put("entitlements", entitlements(state.entitlements()));
        StoredOffline offline = state.offline();
        json.put("offlineLicense", offline.license());
        json.put("returned", offline.returned());
        json.put(
                "returnSecret",
                offline.returnSecret() == null ? null : offline.returnSecret().clear());
        json.put("returnProof", offline.proof());
        json.put("keys", state.keys());
        return JsonWriter.bytes(json);
    }

    /** @throws JsonException when the bytes were not written by {@link #write} */
    static ClientState read(byte[] bytes) {
        JsonObject json = JsonObject.parse(bytes);
        if (json.number("format") != FORMAT) {
            throw new IllegalStateException("The state was written by another version of the client");
        }
        String proposal = json.optionalText("proposal");
        return new ClientState(
                seat(json.optionalObject("seat")),
                proposal == null ? null : new CheckSecret(proposal),
                attempt(json.optionalObject("attempt")),
                json.optionalText("denial"),
                time(json.optionalObject("time")),
                entitlements(json.optionalObject("entitlements")),
                offline(json),
                json.optionalText("keys"));
    }

    private static StoredOffline offline(JsonObject json) {
        String secret = json.optionalText("returnSecret");
        return new StoredOffline(
                json.optionalText("offlineLicense"),
                json.texts("returned"),
                secret == null ? null : new CheckSecret(secret),
                json.optionalText("returnProof"));
    }

    private static @Nullable Map<String, Object> seat(@Nullable Seat seat) {
        return seat == null
                ? null
                : ordered(
                        "instanceId", seat.instanceId(),
                        "epoch", seat.epoch(),
                        "seq", seat.seq(),
                        "secret", seat.secret().clear(),
                        "lease", seat.lease(),
                        "checkSeconds", seat.checkSeconds(),
                        "leaving", seat.leaving());
    }

    private static @Nullable Seat seat(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Seat(
                        json.text("instanceId"),
                        json.number("epoch"),
                        json.number("seq"),
                        new CheckSecret(json.text("secret")),
                        json.text("lease"),
                        json.number("checkSeconds"),
                        json.flag("leaving"));
    }

    private static @Nullable Map<String, Object> attempt(@Nullable Attempt attempt) {
        return attempt == null
                ? null
                : ordered(
                        "purpose", attempt.purpose(),
                        "key", attempt.key(),
                        "nonce", attempt.nonce(),
                        "body", attempt.body(),
                        "secret", attempt.secret().clear());
    }

    private static @Nullable Attempt attempt(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Attempt(
                        json.text("purpose"),
                        json.text("key"),
                        json.text("nonce"),
                        json.text("body"),
                        new CheckSecret(json.text("secret")));
    }

    private static @Nullable Map<String, Object> time(@Nullable TimeMark mark) {
        return mark == null
                ? null
                : ordered(
                        "earliest",
                        mark.earliest().toEpochMilli(),
                        "offset",
                        mark.offset().toMillis(),
                        "confirmed",
                        mark.confirmed(),
                        "starts",
                        mark.starts());
    }

    private static @Nullable TimeMark time(@Nullable JsonObject json) {
        return json == null
                ? null
                : new TimeMark(
                        Instant.ofEpochMilli(json.number("earliest")),
                        Duration.ofMillis(json.number("offset")),
                        json.flag("confirmed"),
                        json.number("starts"));
    }

    private static @Nullable Map<String, Object> entitlements(@Nullable StoredEntitlements entitlements) {
        return entitlements == null
                ? null
                : ordered(
                        "tag", entitlements.tag(),
                        "document", entitlements.document(),
                        "applied", entitlements.applied());
    }

    private static @Nullable StoredEntitlements entitlements(@Nullable JsonObject json) {
        return json == null
                ? null
                : new StoredEntitlements(json.text("tag"), json.text("document"), json.flag("applied"));
    }

    /** Names and values by turns, in the order in which people will read them. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return members;
    }
}
