package org.chancery.it;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chancery.it.harness.KillSwitch;
import org.chancery.it.harness.Spot;

/** Where the server is killed in the middle of a renewal. */
enum KillPlace {
    A_STEP_BEGINS("service.checkout.SubscriptionTurnService", "step", "ENTRY"),
    THE_PERIOD_IS_ROLLED_OVER("model.subscription.Subscription", "rollOver", "EXIT"),
    BETWEEN_TWO_LINES("model.billing.InvoiceLine", "<init>(org.chancery.model.billing.LineDraft,long,int)", "EXIT", 2),
    A_NUMBER_IS_TAKEN("model.billing.InvoiceSeries", "next", "EXIT"),
    THE_DOCUMENT_IS_FROZEN("service.checkout.InvoiceFreezing", "invoice", "EXIT"),
    CREDIT_IS_USED("model.credit.CreditEntry", "journal", "EXIT"),
    THE_ATTEMPT_IS_WRITTEN_DOWN("service.checkout.ChargeAttempts", "openFirst", "EXIT"),
    THE_STEP_IS_DONE_BUT_NOT_COMMITTED("service.checkout.SubscriptionTurnService", "turn", "EXIT"),
    THE_DATABASE_IS_ASKED_TO_COMMIT("", "commit", "ENTRY"),
    THE_DATABASE_HAS_COMMITTED("", "commit", "EXIT"),
    BEFORE_THE_PROVIDER_IS_CALLED("service.payment.PaymentService", "collect", "ENTRY"),
    THE_PROVIDER_HAS_NOT_KEPT_IT_YET("service.payment.adapter.SandboxChargeService", "charge", "EXIT"),
    THE_PROVIDER_HAS_THE_MONEY("service.payment.adapter.SandboxPaymentGateway", "charge", "EXIT"),
    THE_MONEY_IS_COUNTED("service.checkout.PaidInvoices", "onSettled", "EXIT"),
    THE_PAYMENT_IS_RECORDED_BUT_NOT_COMMITTED("service.payment.PaymentService", "record", "EXIT"),
    EVERYTHING_IS_COMMITTED("service.checkout.CheckoutService", "turn", "EXIT"),
    AMONG_SEVERAL_THAT_ARE_DUE("service.checkout.SubscriptionTurnService", "step", "ENTRY", 2),
    BEFORE_A_MAIL_IS_SENT("service.notification.adapter.SandboxMailer", "send", "ENTRY"),
    A_MAIL_IS_SENT_BUT_NOT_MARKED("service.notification.OutboxStepService", "recordSent", "ENTRY");

    private static final Spot THE_TURN =
            new Spot("org.chancery.service.checkout.SubscriptionTurnService", "turn", "EXIT");

    private final Spot spot;
    private final int time;

    KillPlace(String type, String method, String where) {
        this(type, method, where, 1);
    }

    /**
     * @param type empty for the connection to the database
     * @param time how often the place is passed until it kills
     */
    KillPlace(String type, String method, String where, int time) {
        this.spot = new Spot(type.isEmpty() ? "" : "org.chancery." + type, method, where);
        this.time = time;
    }

    boolean isOfMails() {
        return this == BEFORE_A_MAIL_IS_SENT || this == A_MAIL_IS_SENT_BUT_NOT_MARKED;
    }

    boolean isOfSeveral() {
        return this == AMONG_SEVERAL_THAT_ARE_DUE;
    }

    private boolean isOfCommit() {
        return spot.type().isEmpty();
    }

    KillSwitch kill() {
        return new KillSwitch(name());
    }

    /** The rules of all places. Only the commit of the thread that took the step is one of the renewal. */
    static String script() {
        return Arrays.stream(values()).map(KillPlace::rule).collect(Collectors.joining("\n"));
    }

    private String rule() {
        if (isOfCommit()) {
            return kill().atCommitOf(THE_TURN, spot.where());
        }
        return time == 1 ? kill().at(spot) : kill().at(spot, time);
    }
}
