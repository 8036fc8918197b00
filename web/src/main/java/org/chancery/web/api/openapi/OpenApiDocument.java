package org.chancery.web.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.chancery.web.api.json.JsonSetup;

/**
 * Puts the pieces of the OpenAPI document together. Each feature keeps its paths and schemas in a piece of its own beside
 * this class; what all of them share is in the first.
 */
final class OpenApiDocument {

    private static final List<String> PIECES = List.of(
            "chancery",
            "catalog",
            "account",
            "checkout",
            "billing",
            "payment",
            "coupon",
            "perpetual",
            "licensing",
            "offline",
            "deployment",
            "sandbox");

    private OpenApiDocument() {}

    /**
     * The whole document, a fresh copy.
     *
     * @param server what the paths start from
     * @throws IllegalStateException when two pieces describe the same path or schema
     */
    static ObjectNode at(URI server) {
        ObjectNode document = read(PIECES.get(0));
        PIECES.stream().skip(1).forEach(piece -> merge(document, read(piece), piece));
        document.putArray("servers").addObject().put("url", server.toString());
        return document;
    }

    private static void merge(ObjectNode into, ObjectNode piece, String name) {
        for (Iterator<Map.Entry<String, JsonNode>> members = piece.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode present = into.get(member.getKey());
            if (present == null) {
                into.set(member.getKey(), member.getValue());
            } else if (isGroup(member.getKey())) {
                merge((ObjectNode) present, (ObjectNode) member.getValue(), name);
            } else {
                throw new IllegalStateException(member.getKey() + " is described twice, the second time in " + name);
            }
        }
    }

    /** Groups are merged member by member; anything else belongs to one piece alone. */
    private static boolean isGroup(String member) {
        return List.of("paths", "components", "schemas").contains(member);
    }

    private static ObjectNode read(String piece) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(piece + ".json")) {
            return (ObjectNode) JsonSetup.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The piece " + piece + " of the OpenAPI document can't be read", e);
        }
    }
}
