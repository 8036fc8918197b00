package org.chancery.model.payment;

import java.util.Locale;
import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/**
 * Why a bank or a customer refused a payment, in the card schemes' words as integrators know them. Providers may know
 * more words; what is not listed here is the plain {@link #CARD_DECLINED}.
 */
public enum Decline implements Refusal {
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    LOST_CARD,
    STOLEN_CARD,
    EXPIRED_CARD,
    INCORRECT_CVC,
    PROCESSING_ERROR,
    CARD_VELOCITY_EXCEEDED,
    /** The customer refused, or did not pass, the bank's question. */
    AUTHENTICATION_FAILED,
    /** A debit came back from the customer's bank. */
    DEBIT_FAILED,
    /** The attempt was given up before money moved, so that another can be made. */
    ABANDONED;

    public static Decline ofWord(String word) {
        for (Decline decline : values()) {
            if (decline.word().equals(word)) {
                return decline;
            }
        }
        return CARD_DECLINED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ProblemCode code() {
        return ProblemCode.PAYMENT_DECLINED;
    }

    @Override
    public String reason() {
        return word();
    }
}
