package org.chancery.client;

import java.io.IOException;
import java.util.Map;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Asks what a license secret is good for. */
final class Previewing {

    private static final int OK = 200;

    private final Correspondence with;

    Previewing(Correspondence with) {
        this.with = with;
    }

    /** @throws IOException when the server says no, or nothing */
    Preview run(String licenseSecret) throws IOException {
        String body = JsonWriter.write(Map.of(
                "product", with.software.product(),
                "releaseDate", with.software.releaseDate()));
        WireAnswer answer = with.exchange(WireRequest.post("/api/v1/licenses/preview", licenseSecret, body));
        JsonObject json = answer.json();
        if (answer.status() != OK || json == null) {
            throw new IOException("The server shows nothing: " + answer.status() + refusal(json));
        }
        try {
            return Preview.of(json);
        } catch (JsonException e) {
            throw new IOException("The answer is not the server's", e);
        }
    }

    private static String refusal(@Nullable JsonObject problem) {
        Long code = problem == null ? null : Answers.number(problem, "code");
        return code == null ? "" : ", code " + code;
    }
}
