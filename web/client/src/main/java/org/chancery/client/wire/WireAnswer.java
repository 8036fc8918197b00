package org.chancery.client.wire;

import java.time.Duration;
import java.util.Map;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What came back, believed by nobody yet.
 *
 * @param headers names in lower case
 */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_SECONDS = 6;

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body, or null when it is no JSON object. */
    public @Nullable JsonObject json() {
        try {
            return JsonObject.parse(body);
        } catch (JsonException e) {
            return null;
        }
    }

    /** How long to wait as the server asks, or null. */
    public @Nullable Duration retryAfter() {
        String seconds = header("retry-after");
        boolean isNumber = seconds != null && seconds.length() <= LONGEST_SECONDS && seconds.matches("[0-9]+");
        return isNumber ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }
}
