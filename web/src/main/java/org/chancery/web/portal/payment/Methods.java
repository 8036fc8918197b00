package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** The account's payment methods, read once a request, and what they are called. */
@Named
@RequestScoped
public class Methods {

    @Inject
    private PaymentMethodService service;

    @Inject
    private Caller caller;

    @Inject
    private Phrases phrases;

    private @Nullable List<PaymentMethodView> all;

    /** True when the vendor takes cards and debits at all. */
    public boolean isOffered() {
        return service.isOffered();
    }

    /** The default first, then the oldest first. */
    public List<PaymentMethodView> getAll() {
        if (all == null) {
            all = service.list(caller.accountId().orElseThrow()).stream()
                    .sorted(Comparator.comparing(method -> !method.isDefault()))
                    .toList();
        }
        return all;
    }

    /** What is charged when nothing is named; null when there is nothing. */
    public @Nullable PaymentMethodView getDefault() {
        return getAll().stream()
                .filter(PaymentMethodView::isDefault)
                .findFirst()
                .orElse(null);
    }

    /** True when there is a choice. */
    public boolean isSeveral() {
        return getAll().size() > 1;
    }

    /** Null when there is none, or it was removed. */
    public @Nullable PaymentMethodView find(@Nullable UUID id) {
        return getAll().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** "Visa ending 4242" */
    public String name(PaymentMethodView method) {
        return phrases.text("method." + method.type().word(), brand(method), method.last4());
    }

    /** The picture of its kind. */
    public String icon(PaymentMethodView method) {
        return method.type() == PaymentMethodType.CARD ? "credit-card" : "landmark";
    }

    /**
     * What a charge will do, said before the button: how much, from what, when.
     *
     * @param act which button: {@code order}, {@code renew}, {@code pay}, {@code again} or {@code confirm}
     */
    public String announce(String act, PaymentMethodView method, Money amount, Instant at) {
        return phrases.text(
                "method.charged." + act,
                phrases.text("method.charged." + method.type().word(), amount, shortName(method), at));
    }

    /** "Try Visa ending 4242 again" */
    public String again(PaymentMethodView method) {
        return phrases.text("method.again." + method.type().word(), shortName(method));
    }

    /** Which method a charge failed with; null when it is not known any more. */
    public String failed(@Nullable PaymentMethodView method) {
        return method == null
                ? phrases.text("method.failed.unknown")
                : phrases.text("method.failed." + method.type().word(), method.last4());
    }

    /** As it stands inside a sentence. */
    String shortName(PaymentMethodView method) {
        return method.type() == PaymentMethodType.CARD ? name(method) : method.last4();
    }

    private String brand(PaymentMethodView method) {
        return phrases.textOr("method.brand." + method.brand(), method.brand());
    }
}
