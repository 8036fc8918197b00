package org.chancery.service.catalog;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How the catalog says no. */
public enum CatalogRefusal implements Refusal {
    /** The plan does not take this add-on. */
    ADDON_NOT_ALLOWED(ProblemCode.RULE_VIOLATED, "addon-not-allowed"),
    /** More units than the plan may have. */
    ADDON_OVER_MAX(ProblemCode.RULE_VIOLATED, "addon-over-max"),
    /** Each unit needs a unit of another add-on, and there are too few of those. */
    ADDON_REQUIRES(ProblemCode.RULE_VIOLATED, "addon-requires"),
    /** The plan is retired. */
    PLAN_NOT_SOLD(ProblemCode.RULE_VIOLATED, "plan-not-sold"),
    /** Not sold in this currency and period. */
    NO_PRICE(ProblemCode.RULE_VIOLATED, "no-price"),
    /** The starter catalog is only for an empty catalog. */
    CATALOG_NOT_EMPTY(ProblemCode.CONFLICT, "catalog-not-empty");

    private final ProblemCode code;
    private final String reason;

    CatalogRefusal(ProblemCode code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public String reason() {
        return reason;
    }
}
