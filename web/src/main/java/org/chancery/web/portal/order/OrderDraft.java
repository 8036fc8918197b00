package org.chancery.web.portal.order;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to order, as it stands in the query string:
 * {@code ?product=iot-platform&plan=startup&period=year&addOns=custom-domains.2_additional-users.5&pay=wire}. Read
 * leniently: a part that makes no sense counts as not chosen yet.
 *
 * @param currency ISO 4217; null means the account's
 * @param addOns quantities in all by code, without zeros
 * @param collection how to pay; null means what suits the account best
 * @param coupon the code of a coupon as it was typed, or null
 */
public record OrderDraft(
        @Nullable String product,
        @Nullable String plan,
        BillingPeriod period,
        @Nullable String currency,
        Map<String, Integer> addOns,
        @Nullable Collection collection,
        @Nullable String coupon) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUPON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,39}");
    private static final Pattern ADD_ON = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.([0-9]{1,4})");

    public OrderDraft {
        addOns = Collections.unmodifiableMap(new TreeMap<>(addOns));
    }

    /** Reads the parameters of a request. */
    public static OrderDraft of(Map<String, String> query) {
        return new OrderDraft(
                matching(CODE, query.get("product")),
                matching(CODE, query.get("plan")),
                periodOf(query.get("period")),
                matching(CURRENCY, query.get("currency")),
                addOnsOf(query.get("addOns")),
                Collection.ofWord(query.getOrDefault("pay", "")).orElse(null),
                matching(COUPON, query.get("coupon")));
    }

    /** By the month, by the year or once; whatever else was written is by the month. */
    static BillingPeriod periodOf(@Nullable String word) {
        return BillingPeriod.ofWord(word == null ? "" : word).orElse(BillingPeriod.MONTH);
    }

    public OrderDraft withProduct(String code) {
        return new OrderDraft(code, code.equals(product) ? plan : null, period, currency, addOns, collection, coupon);
    }

    public OrderDraft withPlan(@Nullable String code, BillingPeriod chosenPeriod) {
        return new OrderDraft(product, code, chosenPeriod, currency, addOns, collection, coupon);
    }

    /** With these quantities and no others; zeros are left out. */
    public OrderDraft withAddOns(Map<String, Integer> quantities) {
        Map<String, Integer> wanted = new TreeMap<>(quantities);
        wanted.values().removeIf(quantity -> quantity <= 0);
        return new OrderDraft(product, plan, period, currency, wanted, collection, coupon);
    }

    /** With this coupon; null or blank for none. */
    public OrderDraft withCoupon(@Nullable String code) {
        return new OrderDraft(
                product, plan, period, currency, addOns, collection, code == null || code.isBlank() ? null : code);
    }

    /** True for what can be the code of a coupon. */
    static boolean isCouponCode(String text) {
        return COUPON.matcher(text).matches();
    }

    public OrderDraft withCollection(Collection chosen) {
        return new OrderDraft(product, plan, period, currency, addOns, chosen, coupon);
    }

    /** The address of a step with all that is chosen. Every part is made of letters, digits, dots and dashes. */
    public String address(OrderStep step) {
        StringBuilder address = new StringBuilder("/order/").append(step.word()).append('?');
        append(address, "product", product);
        append(address, "plan", plan);
        append(address, "period", period.word());
        append(address, "currency", currency);
        append(
                address,
                "addOns",
                addOns.isEmpty()
                        ? null
                        : addOns.entrySet().stream()
                                .map(e -> e.getKey() + "." + e.getValue())
                                .collect(Collectors.joining("_")));
        append(address, "pay", collection == null ? null : collection.word());
        append(address, "coupon", coupon);
        return address.substring(0, address.length() - 1);
    }

    private static void append(StringBuilder address, String name, @Nullable String text) {
        if (text != null) {
            address.append(name).append('=').append(text).append('&');
        }
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches() ? text : null;
    }

    private static Map<String, Integer> addOnsOf(@Nullable String text) {
        Map<String, Integer> quantities = new TreeMap<>();
        for (String part : text == null ? new String[0] : text.split("_", 50)) {
            Matcher matcher = ADD_ON.matcher(part);
            if (matcher.matches() && Integer.parseInt(matcher.group(2)) > 0) {
                quantities.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
            }
        }
        return quantities;
    }
}
