package org.chancery.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.chancery.bench.KeepAlive.Answer;
import org.chancery.it.harness.Sandbox;

/** Customers who ask for a price and then order by transfer: two calls for each sale, counted one by one. */
final class Shop {

    private static final String OPERATOR = "opr_sandbox";
    private static final String PRICE = "\"product\":\"iot-platform\",\"plan\":\"startup\",\"period\":\"month\","
            + "\"currency\":\"EUR\",\"addOns\":{\"custom-domains\":2}";

    /** Orders of one account wait for each other, so each thread takes the account that has waited longest. */
    private final Deque<UUID> accounts = new ArrayDeque<>();

    Shop(int customers) {
        for (int i = 0; i < customers; i++) {
            accounts.add(Sandbox.account());
        }
    }

    /** A quote for one customer. */
    Answer quote(KeepAlive connection) throws IOException {
        return post(connection, "/api/v1/quotes", "{\"account\":\"" + next() + "\"," + PRICE + "}");
    }

    /** An order of one customer; its subscription stays incomplete, for the money is on its way. */
    Answer order(KeepAlive connection) throws IOException {
        return post(
                connection,
                "/api/v1/subscriptions",
                "{\"account\":\"" + next() + "\"," + PRICE + ",\"collection\":\"wire\"}");
    }

    private static Answer post(KeepAlive connection, String path, String body) throws IOException {
        return connection.post(path, OPERATOR, null, body);
    }

    private UUID next() {
        synchronized (accounts) {
            UUID next = accounts.remove();
            accounts.add(next);
            return next;
        }
    }
}
