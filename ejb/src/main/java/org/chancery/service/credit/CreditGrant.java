package org.chancery.service.credit;

import org.jspecify.annotations.Nullable;

/**
 * Credit that an operator gives, or takes back, as typed: nothing checked yet.
 *
 * @param amount minor units; negative to take back
 * @param currency three letters; the account's
 * @param reason a sentence that the customer reads
 */
public record CreditGrant(@Nullable Long amount, @Nullable String currency, @Nullable String reason) {}
