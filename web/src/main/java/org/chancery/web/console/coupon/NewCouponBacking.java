package org.chancery.web.console.coupon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.coupon.CouponView;
import org.chancery.service.coupon.PartnerService;
import org.chancery.service.coupon.PartnerView;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a coupon. While the form is filled in, the page says in words what the coupon would give; the choices of plans
 * and of what is taken off are native inputs, read from the request.
 */
@Named
@RequestScoped
public class NewCouponBacking {

    private static final String USUAL_CURRENCY = "EUR";

    @Inject
    private CouponService coupons;

    @Inject
    private PartnerService partners;

    @Inject
    private CatalogNames catalog;

    @Inject
    private CouponWords words;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private final CouponForm form = new CouponForm();
    private @Nullable List<PartnerView> offered;

    /** An empty form; the address may name the partner. */
    public void arrive() {
        List<String> currencies = getCurrencies();
        form.setCurrency(currencies.contains(USUAL_CURRENCY) ? USUAL_CURRENCY : currencies.get(0));
    }

    /** Takes over what is ticked, so that the words beside the form follow it. */
    public void changed() {
        Map<String, String[]> sent = faces.getExternalContext().getRequestParameterValuesMap();
        form.setMeasure(first(sent.get("measure")));
        List<String> plans = catalog.plans(form.getProduct()).stream()
                .map(CatalogNames.Choice::code)
                .toList();
        // Plans of a product that is no longer chosen are left behind with it.
        form.setPlans(Arrays.stream(sent.getOrDefault("plans", new String[0]))
                .filter(plans::contains)
                .distinct()
                .toList());
    }

    private static @Nullable String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }

    public void create() throws IOException {
        changed();
        TypedCoupon typed = typed();
        if (!typed.faults().isEmpty()) {
            throw new InvalidRequestException(typed.faults());
        }
        CouponView made = coupons.create(typed.draft());
        messages.afterRedirect("console.couponNew.done", made.code());
        Redirects.to(faces, "/console/coupons/" + made.id());
    }

    private TypedCoupon typed() {
        return TypedCoupon.read(form, faces.getViewRoot().getLocale(), Dates.of(faces));
    }

    /** What the coupon would give, as far as it can be read. */
    public List<CouponWords.Fact> getFacts() {
        CouponDraft draft = typed().draft();
        Money amount = draft.amount() == null || draft.currency() == null
                ? null
                : Money.ofMinor(draft.amount(), draft.currency());
        boolean several = form.isRepeating() && draft.periods() != null && draft.periods() > 0;
        boolean clear = !form.isRepeating() || several;
        return words.facts(new CouponOutline(
                clear ? draft.percent() : null,
                clear ? amount : null,
                several ? draft.periods() : "forever".equals(draft.duration()) ? null : Integer.valueOf(1),
                draft.product(),
                form.getPlans(),
                draft.kind(),
                draft.expiresAt(),
                draft.maxRedemptions(),
                form.isOncePerAccount(),
                partnerName(draft.partner())));
    }

    private @Nullable String partnerName(@Nullable UUID id) {
        return getPartners().stream()
                .filter(each -> each.id().equals(id))
                .map(PartnerView::name)
                .findFirst()
                .orElse(null);
    }

    public CouponForm getForm() {
        return form;
    }

    public List<CatalogNames.Choice> getProducts() {
        return catalog.products();
    }

    /** The plans of the chosen product; none before one is chosen. */
    public List<CatalogNames.Choice> getPlans() {
        return catalog.plans(form.getProduct());
    }

    public boolean isTicked(String plan) {
        return form.getPlans().contains(plan);
    }

    public List<String> getCurrencies() {
        List<String> currencies = catalog.currencies();
        return currencies.isEmpty() ? List.of(USUAL_CURRENCY) : currencies;
    }

    public List<PartnerView> getPartners() {
        if (offered == null) {
            offered = partners.active();
        }
        return offered;
    }
}
