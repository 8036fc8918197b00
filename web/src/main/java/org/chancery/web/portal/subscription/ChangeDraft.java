package org.chancery.web.portal.subscription;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.checkout.ChangeWish;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody is about to confirm, as it stands in the query string:
 * {@code ?plan=business&period=year&addOns=custom-domains.2&when=now}. Read leniently: a part that makes no sense counts as
 * not chosen.
 *
 * @param plan the code of the plan, or null to keep it
 * @param period month or year, or null to keep it
 * @param addOns quantities in all by code, zeros included; what is absent stays
 * @param when null for what is usual
 */
public record ChangeDraft(
        @Nullable String plan, @Nullable BillingPeriod period, Map<String, Integer> addOns, @Nullable ChangeTime when) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern ADD_ON = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.([0-9]{1,4})");
    private static final int MOST_ADD_ONS = 50;

    public ChangeDraft {
        addOns = Collections.unmodifiableMap(new TreeMap<>(addOns));
    }

    /** Reads the parameters of a request. */
    static ChangeDraft of(Map<String, String> query) {
        return new ChangeDraft(
                Optional.ofNullable(query.get("plan"))
                        .filter(CODE.asMatchPredicate())
                        .orElse(null),
                periodOf(query.get("period")),
                addOnsOf(query.getOrDefault("addOns", "")),
                ChangeTime.ofWord(query.getOrDefault("when", "")).orElse(null));
    }

    static @Nullable BillingPeriod periodOf(@Nullable String word) {
        for (BillingPeriod period : new BillingPeriod[] {BillingPeriod.MONTH, BillingPeriod.YEAR}) {
            if (period.word().equals(word)) {
                return period;
            }
        }
        return null;
    }

    ChangeDraft at(@Nullable ChangeTime time) {
        return new ChangeDraft(plan, period, addOns, time);
    }

    /** True when nothing was chosen yet. */
    boolean isBlank() {
        return plan == null && period == null && addOns.isEmpty();
    }

    /** True when only quantities of add-ons change. */
    boolean isAddOnsOnly() {
        return plan == null && period == null;
    }

    ChangeWish wish(UUID subscription) {
        return new ChangeWish(
                subscription,
                plan,
                period,
                addOns,
                when == null ? null : when.timing(),
                when == null ? null : when.invoicing());
    }

    /** The query string with its question mark; empty when nothing is chosen. Every part is made of harmless letters. */
    String query() {
        StringBuilder query = new StringBuilder();
        append(query, "plan", plan);
        append(query, "period", period == null ? null : period.word());
        append(
                query,
                "addOns",
                addOns.isEmpty()
                        ? null
                        : addOns.entrySet().stream()
                                .map(e -> e.getKey() + "." + e.getValue())
                                .collect(Collectors.joining("_")));
        append(query, "when", when == null ? null : when.word());
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String text) {
        if (text != null) {
            query.append(query.length() == 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(text);
        }
    }

    private static Map<String, Integer> addOnsOf(String text) {
        Map<String, Integer> quantities = new TreeMap<>();
        for (String part : text.split("_", MOST_ADD_ONS)) {
            Matcher matcher = ADD_ON.matcher(part);
            if (matcher.matches()) {
                quantities.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
            }
        }
        return quantities;
    }
}
