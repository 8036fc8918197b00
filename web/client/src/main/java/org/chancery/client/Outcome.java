package org.chancery.client;

import java.time.Duration;
import org.chancery.client.token.Denial;
import org.chancery.client.token.Lease;
import org.jspecify.annotations.Nullable;

/** What one message to the server came to. */
sealed interface Outcome {

    /**
     * A lease was granted, verified and written down.
     *
     * @param next when the server wants to hear from us again
     * @param isPrompt whether it answers a question that was first asked just now, so that it tells the time
     */
    record Granted(Lease lease, Duration next, boolean isPrompt, @Nullable OverLimit overLimit) implements Outcome {}

    /** The server refused, and signed it. */
    record Refused(Denial denial, @Nullable Duration retryAfter) implements Outcome {}

    /** Nothing that could be believed: whatever was permitted before still is. */
    record Unanswered(Trouble trouble, @Nullable Duration retryAfter) implements Outcome {

        Unanswered(Trouble trouble) {
            this(trouble, null);
        }
    }
}
