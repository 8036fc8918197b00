package org.chancery.web.console.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of lists with their filter and page in the query string; what is absent is left out. */
@Named
@ApplicationScoped
public class ConsoleLinks {

    public String accounts(@Nullable String search, @Nullable UUID after) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("q", search);
        query.put("after", after);
        return "/console/accounts" + queryOf(query);
    }

    /** @param status the word of a filter */
    public String invoices(String status, @Nullable UUID account, @Nullable UUID after) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("status", status.equals("all") ? null : status);
        query.put("account", account);
        query.put("after", after);
        return "/console/invoices" + queryOf(query);
    }

    public String coupons(@Nullable String search, @Nullable UUID partner, @Nullable UUID after) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("q", search);
        query.put("partner", partner);
        query.put("after", after);
        return "/console/coupons" + queryOf(query);
    }

    /** A coupon, its redemptions after one of them. */
    public String coupon(UUID id, @Nullable UUID after) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("after", after);
        return "/console/coupons/" + id + queryOf(query);
    }

    public String partners(@Nullable UUID after) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("after", after);
        return "/console/partners" + queryOf(query);
    }

    private static String queryOf(Map<String, @Nullable Object> query) {
        String text = query.entrySet().stream()
                .filter(each ->
                        each.getValue() != null && !each.getValue().toString().isEmpty())
                .map(each -> each.getKey() + "="
                        + URLEncoder.encode(String.valueOf(each.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
