package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.web.edge.ReturnAddress;
import org.chancery.web.portal.component.Redirects;

/**
 * Where a customer goes on to after a payment method was chosen or added: the page that needed it, when it is one of
 * these few, else the list of methods.
 */
@Named
@RequestScoped
public class Onward {

    static final String LIST = "/billing/methods";

    private static final String NEW = LIST + "/new";
    private static final String RETURN = LIST + "/return";
    private static final String[] PAGES = {
        "/order/summary", "/order/{id}/done", "/subscriptions/{id}", "/perpetual/{id}", "/perpetual/{id}/updates", LIST
    };

    @Inject
    private HttpServletRequest request;

    public String getAddress() {
        return ReturnAddress.among(request.getParameter("next"), LIST, PAGES);
    }

    /** True when a page other than the list waits. */
    public boolean isElsewhere() {
        return !isList(getAddress());
    }

    /** True when an order waits to be placed. */
    public boolean isOrder() {
        return getAddress().startsWith("/order/summary");
    }

    /** The list of methods, which leads back to the page. */
    public String listFor(String page) {
        return Redirects.withNext(LIST, page);
    }

    /** The way to add a method, which leads back to the page. */
    public String addFor(String page) {
        return Redirects.withNext(NEW, page);
    }

    public String getAdd() {
        return isElsewhere() ? addFor(getAddress()) : NEW;
    }

    /** Where the provider sends the customer. */
    String comingBack() {
        return isElsewhere() ? Redirects.withNext(RETURN, getAddress()) : RETURN;
    }

    private static boolean isList(String address) {
        return address.equals(LIST) || address.startsWith(LIST + "?");
    }
}
