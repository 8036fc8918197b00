package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The coupon of an order. One that works stands in the address; one that does not is said beside the field. */
@Named
@RequestScoped
public class OrderCouponBacking {

    private static final String FIELD = "couponCode";

    @Inject
    private OrderJourney order;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable String code;

    /** A link may bring a coupon that does not work. */
    public void arrive() {
        code = order.draft().coupon();
        sayProblem();
    }

    public void apply() throws IOException {
        String typed = Objects.requireNonNullElse(code, "").strip();
        if (typed.isEmpty() || !OrderDraft.isCouponCode(typed)) {
            messages.error(FIELD, typed.isEmpty() ? "order.coupon.missing" : "order.coupon.unknown");
            return;
        }
        order.choose(order.draft().withCoupon(typed.toUpperCase(Locale.ROOT)));
        if (!sayProblem()) {
            Redirects.to(faces, order.draft().address(OrderStep.SUMMARY));
        }
    }

    private boolean sayProblem() {
        String problem = order.getCouponProblem();
        if (problem != null) {
            messages.error(FIELD, "order.coupon.problem", problem);
        }
        return problem != null;
    }

    /** Where the order goes on without it. */
    public String getWithoutAddress() {
        return order.draft().withCoupon(null).address(OrderStep.SUMMARY);
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
