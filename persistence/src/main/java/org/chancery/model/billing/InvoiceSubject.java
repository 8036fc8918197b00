package org.chancery.model.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is about: a subscription or a perpetual license, one of them.
 *
 * @param periodKey which period it bills, unique within the subscription while it counts; null when it bills no whole one
 * @param corrects for a credit note that takes back one invoice: which; else null
 */
public record InvoiceSubject(
        UUID accountId,
        @Nullable UUID subscriptionId,
        @Nullable UUID perpetualLicenseId,
        @Nullable String periodKey,
        @Nullable UUID corrects) {

    public InvoiceSubject {
        if ((subscriptionId == null) == (perpetualLicenseId == null)) {
            throw new IllegalArgumentException("An invoice is about a subscription or a perpetual license");
        }
    }

    public static InvoiceSubject subscription(UUID accountId, UUID subscriptionId, @Nullable String periodKey) {
        return new InvoiceSubject(accountId, subscriptionId, null, periodKey, null);
    }

    public static InvoiceSubject perpetual(UUID accountId, UUID perpetualLicenseId) {
        return new InvoiceSubject(accountId, null, perpetualLicenseId, null, null);
    }

    /** The same thing, for a credit note on one of its invoices. */
    public InvoiceSubject correcting(@Nullable UUID invoiceId) {
        return new InvoiceSubject(accountId, subscriptionId, perpetualLicenseId, null, invoiceId);
    }
}
