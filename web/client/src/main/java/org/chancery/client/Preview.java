package org.chancery.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonObject;

/**
 * What a license would grant here, without taking a seat of it. Not signed: good for showing, not for permitting.
 *
 * @param seats by class, {@code production} and {@code development}
 */
public record Preview(Entitlements entitlements, Map<String, Seats> seats) {

    /**
     * Seats of one class.
     *
     * @param limit {@link Entitlements#UNLIMITED} without one
     */
    public record Seats(long limit, long used) {

        private static Seats of(JsonObject json) {
            boolean isNumber = json.members().get("limit") instanceof Long;
            return new Seats(isNumber ? json.number("limit") : Entitlements.UNLIMITED, json.number("used"));
        }
    }

    public Preview {
        seats = Map.copyOf(seats);
    }

    static Preview of(JsonObject json) {
        Map<String, Seats> seats = new LinkedHashMap<>();
        JsonObject written = json.object("seats");
        written.names().forEach(name -> seats.put(name, Seats.of(written.object(name))));
        return new Preview(Entitlements.of(json), seats);
    }
}
