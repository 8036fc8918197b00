package org.chancery.service.payment.port;

import java.io.Serializable;
import org.chancery.model.payment.Decline;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a charge.
 *
 * @param decline why it was declined; null otherwise
 * @param confirmUrl where the customer confirms it; null unless that is needed
 */
public record ChargeOutcome(Kind kind, @Nullable Decline decline, @Nullable String confirmUrl) implements Serializable {

    /** How far it got. */
    public enum Kind {
        SUCCEEDED,
        DECLINED,
        NEEDS_CONFIRMATION,
        /** A debit is on its way. */
        PROCESSING,
        /** No answer: money may have moved or not. */
        UNKNOWN,
        /** The provider has never heard of it. */
        ABSENT
    }

    public static final ChargeOutcome SUCCEEDED = new ChargeOutcome(Kind.SUCCEEDED, null, null);
    public static final ChargeOutcome PROCESSING = new ChargeOutcome(Kind.PROCESSING, null, null);
    public static final ChargeOutcome UNKNOWN = new ChargeOutcome(Kind.UNKNOWN, null, null);
    public static final ChargeOutcome ABSENT = new ChargeOutcome(Kind.ABSENT, null, null);

    public static ChargeOutcome declined(Decline decline) {
        return new ChargeOutcome(Kind.DECLINED, decline, null);
    }

    public static ChargeOutcome needsConfirmation(String confirmUrl) {
        return new ChargeOutcome(Kind.NEEDS_CONFIRMATION, null, confirmUrl);
    }

    public boolean isAbsent() {
        return kind == Kind.ABSENT;
    }
}
