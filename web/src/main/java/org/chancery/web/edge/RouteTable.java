package org.chancery.web.edge;

import static org.chancery.web.edge.Access.CUSTOMER;
import static org.chancery.web.edge.Access.OPERATOR;
import static org.chancery.web.edge.Access.PUBLIC;
import static org.chancery.web.edge.Access.SANDBOX;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every page of the portal and the console, each with its address and who may open it. The only such list. */
public final class RouteTable {

    /** A route and what its braces stand for in one request. */
    public record Hit(Route route, Map<String, String> parameters) {}

    private static final List<Route> ROUTES = List.of(
            new Route("/sign-in", "sign-in/address", PUBLIC),
            new Route("/sign-in/code", "sign-in/code", PUBLIC),
            new Route("/welcome", "sign-in/welcome", CUSTOMER),
            new Route("/overview", "overview/overview", CUSTOMER),
            new Route("/order", "order/start", CUSTOMER),
            new Route("/order/product", "order/product", CUSTOMER),
            new Route("/order/plan", "order/plan", CUSTOMER),
            new Route("/order/customise", "order/customise", CUSTOMER),
            new Route("/order/billing", "order/billing", CUSTOMER),
            new Route("/order/summary", "order/summary", CUSTOMER),
            new Route("/order/{id}/done", "order/done", CUSTOMER),
            new Route("/subscriptions", "subscription/list", CUSTOMER),
            new Route("/subscriptions/{id}", "subscription/detail", CUSTOMER),
            new Route("/subscriptions/{id}/change", "subscription/change", CUSTOMER),
            new Route("/subscriptions/{id}/change/confirm", "subscription/confirm", CUSTOMER),
            new Route("/subscriptions/{id}/add-ons", "subscription/add-ons", CUSTOMER),
            new Route("/subscriptions/{id}/cancel", "subscription/cancel", CUSTOMER),
            new Route("/subscriptions/{id}/resume", "subscription/resume", CUSTOMER),
            new Route("/billing", "billing/overview", CUSTOMER),
            new Route("/billing/details", "billing/details", CUSTOMER),
            new Route("/billing/invoices", "billing/invoices", CUSTOMER),
            new Route("/billing/invoices/{id}", "billing/invoice", CUSTOMER),
            new Route("/perpetual", "perpetual/list", CUSTOMER),
            new Route("/perpetual/{id}", "perpetual/detail", CUSTOMER),
            new Route("/perpetual/{id}/updates", "perpetual/updates", CUSTOMER),
            new Route("/billing/credit", "billing/credit", CUSTOMER),
            new Route("/instances", "instance/list", CUSTOMER),
            new Route("/instances/{id}", "instance/detail", CUSTOMER),
            new Route("/instances/{id}/deactivate", "instance/deactivate", CUSTOMER),
            new Route("/licenses/{id}/secret", "license/secret", CUSTOMER),
            new Route("/licenses/{id}/deployment", "license/deployment", CUSTOMER),
            new Route("/licenses/{id}/offline", "license/offline", CUSTOMER),
            new Route("/licenses/{id}/offline/{file}", "license/offline-file", CUSTOMER),
            new Route("/billing/methods", "payment/list", CUSTOMER),
            new Route("/billing/methods/new", "payment/new", CUSTOMER),
            new Route("/billing/methods/return", "payment/return", CUSTOMER),
            new Route("/billing/methods/{id}/remove", "payment/remove", CUSTOMER),
            new Route("/help/checks", "help/checks", PUBLIC),
            new Route("/console/sign-in", "console/sign-in/address", PUBLIC),
            new Route("/console/sign-in/code", "console/sign-in/code", PUBLIC),
            new Route("/console/sign-in/second-factor", "console/sign-in/second-factor", PUBLIC),
            new Route("/console/sign-in/set-up", "console/sign-in/set-up", PUBLIC),
            new Route("/console", "console/overview/overview", OPERATOR),
            new Route("/console/accounts", "console/account/list", OPERATOR),
            new Route("/console/accounts/new", "console/account/new", OPERATOR),
            new Route("/console/accounts/{id}", "console/account/detail", OPERATOR),
            new Route("/console/accounts/{id}/credit", "console/account/credit", OPERATOR),
            new Route("/console/accounts/{id}/credit/new", "console/account/credit-new", OPERATOR),
            new Route("/console/invoices", "console/invoice/list", OPERATOR),
            new Route("/console/invoices/{id}", "console/invoice/detail", OPERATOR),
            new Route("/console/coupons", "console/coupon/list", OPERATOR),
            new Route("/console/coupons/new", "console/coupon/new", OPERATOR),
            new Route("/console/coupons/{id}", "console/coupon/detail", OPERATOR),
            new Route("/console/partners", "console/partner/list", OPERATOR),
            new Route("/console/partners/new", "console/partner/new", OPERATOR),
            new Route("/console/partners/{id}", "console/partner/detail", OPERATOR),
            new Route("/console/operators", "console/operator/list", OPERATOR),
            new Route("/console/operators/new", "console/operator/new", OPERATOR),
            new Route("/console/operators/{id}", "console/operator/detail", OPERATOR),
            new Route("/console/jobs", "console/job/list", OPERATOR),
            new Route("/console/settings", "console/settings/settings", OPERATOR),
            new Route("/console/tax", "console/tax/list", OPERATOR),
            new Route("/console/tax/new", "console/tax/new", OPERATOR),
            new Route("/console/tax/{id}/removal", "console/tax/removal", OPERATOR),
            new Route("/console/signing-keys", "console/key/list", OPERATOR),
            new Route("/console/signing-keys/{id}/rotation", "console/key/rotation", OPERATOR),
            new Route("/sandbox/mailbox", "sandbox/mailbox", SANDBOX),
            new Route("/sandbox/confirm/{id}", "sandbox/confirm", SANDBOX),
            new Route("/sandbox/setup/{id}", "sandbox/setup", SANDBOX));

    /** By the part of the address before its second slash, since every request asks and most are no page's. */
    private static final Map<String, List<Route>> BY_BEGINNING =
            ROUTES.stream().collect(Collectors.groupingBy(route -> beginningOf(route.path())));

    private RouteTable() {}

    private static String beginningOf(String address) {
        int end = address.indexOf('/', 1);
        return end < 0 ? address : address.substring(0, end);
    }

    public static List<Route> all() {
        return ROUTES;
    }

    /** True when a page of ours answers at this path. */
    public static boolean isPage(String path) {
        return find(path).isPresent();
    }

    static Optional<Hit> find(String address) {
        for (Route route : BY_BEGINNING.getOrDefault(beginningOf(address), List.of())) {
            Optional<Map<String, String>> parameters = route.match(address);
            if (parameters.isPresent()) {
                return Optional.of(new Hit(route, parameters.get()));
            }
        }
        return Optional.empty();
    }
}
