package org.chancery.service.catalog.domain;

/**
 * How large a catalog may be. The numbers keep every sum that can come of an order inside a long (10^12 minor units,
 * 10^4 units, 10^2 add-ons) and every count of instances, domains or brands inside an int.
 */
final class CatalogBounds {

    static final int PRODUCTS = 50;
    static final int PLANS = 100;
    static final int ADD_ONS = 100;
    static final int PRICES = 200;
    static final int CODES = 100;
    static final int REQUIREMENTS = 20;

    static final long AMOUNT = 1_000_000_000_000L;
    static final long LIMIT = 1_000_000_000_000L;
    static final int UNITS = 10_000;
    static final int PLAN_INSTANCES = 1_000_000;
    static final int GRANTED_PER_UNIT = 1_000;
    static final int MIN_LEASE_SECONDS = 300;
    static final int MAX_LEASE_SECONDS = 366 * 24 * 3600;
    static final int TRIAL_DAYS = 730;

    private CatalogBounds() {}
}
