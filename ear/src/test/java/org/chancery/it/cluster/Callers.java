package org.chancery.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.chancery.it.authorisation.Visitor;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who calls while a node is lost or stopped: instances that check, people in the portal, scripts that order. As
 * honest callers do, they repeat what was not answered with the same words.
 */
final class Callers {

    /** An instance has sixty checks in ten minutes, and a license 120 activations a minute. */
    private static final int INSTANCES = 160;

    private static final int LICENSES = 2;
    private static final int PEOPLE = 100;
    private static final int TABS = 2;
    private static final int READERS = 50;
    private static final int SHOPPERS = 10;

    /** Of fifty: 25 checks, 15 pages, 9 calls that read and an order. */
    private static final String TURNS = "CPCPCRCPCR".repeat(4) + "CPCPCRCPCO";

    private final List<String> licenses = new ArrayList<>();
    private final List<SeatHolder> instances = new ArrayList<>();
    private final List<Person> people =
            IntStream.range(0, PEOPLE).mapToObj(Person::new).toList();
    private final List<Reader> readers =
            IntStream.range(0, READERS).mapToObj(i -> new Reader()).toList();
    private final List<Shopper> shoppers =
            IntStream.range(0, SHOPPERS).mapToObj(i -> new Shopper()).toList();

    Callers() {
        for (int i = 0; i < LICENSES; i++) {
            activate(INSTANCES / LICENSES);
        }
    }

    private void activate(int seats) {
        UUID account = Sandbox.account();
        Sandbox.attach(account, "card", "pm_card_visa"); // renewed by itself, however far the clock goes
        JsonNode license = Sandbox.chargedOrder(account, "enterprise", "{'production-instances':" + (seats - 1) + "}")
                .at("/license");
        licenses.add(license.at("/id").asText());
        for (int i = 0; i < seats; i++) {
            instances.add(new SeatHolder(new TestInstance(license.at("/secret").asText(), "node-" + i)));
        }
    }

    /** All of them call, in turns, until the load is closed. */
    SteadyLoad call(int requestsPerSecond) {
        return new SteadyLoad(
                Map.of('C', instances, 'P', tabs(), 'R', readers, 'O', shoppers), TURNS, requestsPerSecond);
    }

    /** People have several pages open at once. */
    private List<Person> tabs() {
        return IntStream.range(0, TABS).boxed().flatMap(tab -> people.stream()).toList();
    }

    List<SeatHolder> instances() {
        return instances;
    }

    List<Person> people() {
        return people;
    }

    List<Shopper> shoppers() {
        return shoppers;
    }

    /** How many seats the server counts as taken. */
    int takenSeats() {
        return licenses.stream()
                .mapToInt(license -> Api.operator()
                        .get("/api/v1/licenses/" + license)
                        .json()
                        .at("/seats/production/used")
                        .asInt())
                .sum();
    }

    /** An instance of the vendor's software, which repeats a check whose answer was lost. */
    static final class SeatHolder implements SteadyLoad.CallerOfOne {
        private final TestInstance instance;
        private @Nullable String proposed;

        SeatHolder(TestInstance instance) {
            this.instance = instance;
            Api.Answer activated = instance.activate();
            if (activated.status() != 201) {
                throw new AssertionError(activated.toString());
            }
        }

        @Override
        public Api.Answer call() {
            String proposal = proposed == null ? TestInstance.newSecret() : proposed;
            proposed = proposal;
            Api.Answer answer = instance.repeat(proposal);
            if (answer.status() == 200) {
                proposed = null;
            }
            return answer;
        }
    }

    /** Somebody who has signed in and reads. */
    static final class Person implements SteadyLoad.CallerOfOne {
        private static final List<String> PAGES = List.of("/subscriptions", "/instances", "/billing", "/overview");
        private final Visitor visitor;
        private final AtomicInteger visits = new AtomicInteger();

        Person(int number) {
            visitor = new Visitor("203.0.113." + number);
            String email = Sandbox.freshEmail();
            Sandbox.account(email);
            visitor.signIn("/sign-in", email);
        }

        /** A page of the portal. @throws AssertionError when it asks for a sign-in: the session was lost */
        @Override
        public Api.Answer call() {
            Api.Answer answer = visitor.get(PAGES.get(visits.getAndIncrement() % PAGES.size()));
            String location = answer.header("Location");
            if (location != null && location.contains("sign-in")) {
                throw new AssertionError("The session was lost");
            }
            return answer;
        }
    }

    /** A script that reads what its account has. */
    static final class Reader implements SteadyLoad.CallerOfOne {
        private final UUID account = Sandbox.account();
        private final Api owner = Sandbox.ownerOf(account);

        @Override
        public Api.Answer call() {
            return owner.get("/api/v1/invoices?account=" + account);
        }
    }

    /** A script that orders, and repeats an order whose answer was lost under its key. */
    static final class Shopper implements SteadyLoad.CallerOfOne {
        private static final AtomicInteger KEYS = new AtomicInteger();
        private static final int IN_PROGRESS = 305;
        private final UUID account = Sandbox.account();
        private final String body =
                "{'account':'" + account + "','product':'iot-platform','plan':'maker','period':'year',"
                        + "'currency':'EUR','addOns':{},'collection':'wire'}";
        private @Nullable String key;
        private volatile boolean hasLostNode;
        private int orders;

        @Override
        public Api.Answer call() {
            String current = key == null ? "order-" + account + "-" + KEYS.incrementAndGet() : key;
            key = current;
            Api.Answer answer = Api.operator().withKey(current).post("/api/v1/subscriptions", body);
            if (answer.status() == 201) {
                key = null;
                orders++;
            }
            boolean isStuck =
                    answer.status() == 409 && answer.json().at("/code").asInt() == IN_PROGRESS;
            return isStuck && hasLostNode ? look() : answer;
        }

        /** From now on one key may be stuck: that of the order which the node had under way (ADR 0003). */
        void noteLostNode() {
            hasLostNode = true;
        }

        /** Looks what came of the order that its node did not live to answer, and goes on with another key. */
        private Api.Answer look() {
            hasLostNode = false;
            Api.Answer list = list();
            int found = list.json().at("/data").size();
            if (found != orders && found != orders + 1) {
                throw new AssertionError(found + " subscriptions of " + orders + " orders and one that was lost");
            }
            orders = found;
            key = null;
            return list;
        }

        /** Asks again for what was not answered. */
        void finish() {
            if (key != null) {
                call();
            }
        }

        int orders() {
            return orders;
        }

        /** How many there are of it, whoever counts. */
        int subscriptions() {
            return list().json().at("/data").size();
        }

        private Api.Answer list() {
            return Api.operator().get("/api/v1/subscriptions?account=" + account + "&limit=100");
        }
    }
}
