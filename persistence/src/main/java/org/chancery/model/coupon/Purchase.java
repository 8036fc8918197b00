package org.chancery.model.coupon;

import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy with a coupon.
 *
 * @param account for whom, or null for a price list
 * @param kind the word of the plan's kind, {@code subscription} or {@code perpetual}
 */
public record Purchase(@Nullable UUID account, String product, String plan, String kind, Currency currency) {}
