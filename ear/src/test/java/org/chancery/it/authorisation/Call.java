package org.chancery.it.authorisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid request to an endpoint: what its braces stand for, what follows the path, the body.
 *
 * @param ids by the names in the braces of path, query and body; the first one is what is reached for
 */
public record Call(Map<String, String> ids, String query, @Nullable String body) {

    static Call plain() {
        return new Call(Map.of(), "", null);
    }

    static Call on(String id) {
        return plain().with("id", id);
    }

    Call with(String name, String id) {
        Map<String, String> more = new LinkedHashMap<>(ids);
        more.put(name, id);
        return new Call(more, query, body);
    }

    Call query(String added) {
        return new Call(ids, added, body);
    }

    Call body(String json) {
        return new Call(ids, query, json);
    }

    /** The same request for something that does not exist. */
    public Call forUnknown() {
        Map<String, String> other = new LinkedHashMap<>(ids);
        ids.keySet().stream()
                .findFirst()
                .ifPresent(first -> other.put(first, UUID.randomUUID().toString()));
        return new Call(other, query, body);
    }

    public String address(String path) {
        return filled(path + query);
    }

    public @Nullable String filledBody() {
        return body == null ? null : filled(body);
    }

    private String filled(String text) {
        String result = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            result = result.replace("{" + id.getKey() + "}", id.getValue());
        }
        return result;
    }
}
