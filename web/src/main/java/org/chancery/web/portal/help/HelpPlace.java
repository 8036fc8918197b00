package org.chancery.web.portal.help;

/** Where something can be done about a refusal. */
public enum HelpPlace {
    OVERVIEW("overview", "/overview"),
    INSTANCES("instances", "/instances"),
    INVOICES("invoices", "/billing/invoices"),
    ORDER("order", "/order/product"),
    PERPETUAL("perpetual", "/perpetual"),
    INTERFACE("interface", "/api/openapi.json");

    private final String word;
    private final String address;

    HelpPlace(String word, String address) {
        this.word = word;
        this.address = address;
    }

    /** The key of its label. */
    public String label() {
        return "checks.to." + word;
    }

    public String address() {
        return address;
    }
}
