package org.chancery.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.wire.WireAnswer;
import org.jspecify.annotations.Nullable;

/** Reads answers that are no grant. Only a verified denial is a refusal; all else is as good as silence. */
final class Answers {

    private static final int INVALID_REQUEST = 106;
    private static final int TOO_MANY_REQUESTS = 113;
    private static final int FAULTS = 500;

    private Answers() {}

    /**
     * What an answer without a lease means.
     *
     * @param problem its body, or null when that is no JSON object
     * @param subject whom the denial has to speak of: the instance's id, or the name it asked for
     */
    static Outcome refusal(
            WireAnswer answer, @Nullable JsonObject problem, TokenVerifier verifier, String subject, String nonce) {
        if (problem == null) {
            return new Outcome.Unanswered(answer.status() >= FAULTS ? Trouble.SERVER_ERROR : Trouble.UNREACHABLE);
        }
        try {
            String denial = problem.optionalText("denial");
            return denial == null
                    ? new Outcome.Unanswered(trouble(answer.status(), problem), answer.retryAfter())
                    : new Outcome.Refused(verifier.denial(denial, subject, nonce), answer.retryAfter());
        } catch (TokenException | JsonException e) {
            return new Outcome.Unanswered(Trouble.NOT_TRUSTED);
        }
    }

    private static Trouble trouble(int status, JsonObject problem) {
        if (status >= FAULTS) {
            return Trouble.SERVER_ERROR;
        }
        Long code = number(problem, "code");
        if (code != null && code == TOO_MANY_REQUESTS) {
            return Trouble.TOO_MANY_REQUESTS;
        }
        return code != null && code == INVALID_REQUEST ? Trouble.NOT_UNDERSTOOD : Trouble.UNREACHABLE;
    }

    /** The text of a lease, or null when the answer has none. */
    static @Nullable String lease(@Nullable JsonObject answer) {
        return answer != null && answer.members().get("lease") instanceof String text ? text : null;
    }

    /** A whole number that nobody signed, or null without one. */
    static @Nullable Long number(JsonObject answer, String name) {
        return answer.members().get(name) instanceof Long number ? number : null;
    }

    /** The hint that too many seats are taken; null without one that makes sense. */
    static @Nullable OverLimit overLimit(JsonObject json) {
        try {
            JsonObject hint = json.optionalObject("overLimit");
            return hint == null
                    ? null
                    : new OverLimit(hint.number("limit"), hint.number("used"), instant(hint.text("until")));
        } catch (JsonException | DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
