package org.chancery.service.licensing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Limit;
import org.chancery.model.licensing.SeatClass;

/**
 * Writes a grant as the one JSON text that the license keeps, and reads it back. The same grant always gives the same
 * text, so comparing texts compares grants.
 */
final class GrantJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GrantJson() {}

    static String write(Grant grant) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("plan").put("code", grant.planCode()).put("name", grant.planName());
        ObjectNode limits = root.putObject("limits");
        grant.limits().forEach((code, limit) -> putLimit(limits, code, limit));
        grant.features().forEach(root.putArray("features")::add);
        ObjectNode addOns = root.putObject("addOns");
        grant.addOns().forEach(addOns::put);
        root.put("support", grant.support());
        ObjectNode seats = root.putObject("seats");
        grant.seats().forEach((seatClass, limit) -> putLimit(seats, seatClass.word(), limit));
        root.put("leaseSeconds", grant.leaseSeconds());
        LocalDate updatesUntil = grant.updatesUntil();
        if (updatesUntil != null) {
            root.put("updatesUntil", updatesUntil.toString());
        }
        return text(root);
    }

    static Grant read(String document) {
        JsonNode root = tree(document);
        SortedMap<String, Limit> limits = new TreeMap<>();
        root.get("limits").fields().forEachRemaining(entry -> limits.put(entry.getKey(), limit(entry.getValue())));
        SortedMap<String, Long> addOns = new TreeMap<>();
        root.get("addOns")
                .fields()
                .forEachRemaining(
                        entry -> addOns.put(entry.getKey(), entry.getValue().longValue()));
        List<String> features = new ArrayList<>();
        root.get("features").forEach(feature -> features.add(feature.textValue()));
        Map<SeatClass, Limit> seats = new EnumMap<>(SeatClass.class);
        for (SeatClass seatClass : SeatClass.values()) {
            seats.put(seatClass, limit(root.get("seats").get(seatClass.word())));
        }
        return new Grant(
                root.get("plan").get("code").textValue(),
                root.get("plan").get("name").textValue(),
                limits,
                features,
                addOns,
                root.get("support").textValue(),
                seats,
                root.get("leaseSeconds").intValue(),
                root.has("updatesUntil")
                        ? LocalDate.parse(root.get("updatesUntil").textValue())
                        : null);
    }

    private static void putLimit(ObjectNode target, String name, Limit limit) {
        Long count = limit.count();
        if (count == null) {
            target.put(name, Limit.UNLIMITED_WORD);
        } else {
            target.put(name, count);
        }
    }

    private static Limit limit(JsonNode node) {
        return node.isNumber() ? Limit.of(node.longValue()) : Limit.UNLIMITED;
    }

    private static String text(JsonNode root) {
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds a grant that nobody wrote", e);
        }
    }
}
