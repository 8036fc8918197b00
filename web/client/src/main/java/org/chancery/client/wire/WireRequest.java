package org.chancery.client.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param path below the server's root
 * @param bearer the secret that authorises it, or null
 * @param headers further ones
 * @param body JSON, or null
 */
public record WireRequest(
        String method, String path, @Nullable String bearer, Map<String, String> headers, @Nullable String body) {

    public WireRequest {
        headers = Map.copyOf(headers);
    }

    public static WireRequest get(String path) {
        return new WireRequest("GET", path, null, Map.of(), null);
    }

    public static WireRequest get(String path, String bearer) {
        return new WireRequest("GET", path, bearer, Map.of(), null);
    }

    public static WireRequest post(String path, String bearer, String body) {
        return new WireRequest("POST", path, bearer, Map.of(), body);
    }

    public static WireRequest delete(String path, String bearer) {
        return new WireRequest("DELETE", path, bearer, Map.of(), null);
    }

    /** The same with one more header. */
    public WireRequest with(String name, String value) {
        return new WireRequest(method, path, bearer, Map.of(name, value), body);
    }

    /** Neither secrets nor bodies. */
    @Override
    public String toString() {
        return "WireRequest[" + method + " " + path + "]";
    }
}
