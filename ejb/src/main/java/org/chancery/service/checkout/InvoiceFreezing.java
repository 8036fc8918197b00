package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.billing.FrozenDocument;
import org.chancery.model.billing.FrozenDocuments;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.subscription.Collection;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocumentJson;
import org.jspecify.annotations.Nullable;

/**
 * Freezes what an invoice or credit note says on paper, in the transaction that numbers it: seller, buyer and amounts as
 * they are then. What happens to it later, its payment above all, is not part of it.
 */
@Dependent
class InvoiceFreezing {

    /** Accounts have no language yet. */
    private static final Locale LANGUAGE = Locale.UK;

    private final Accounts accounts;
    private final SettingsRegister settings;
    private final FrozenDocuments documents;

    @Inject
    InvoiceFreezing(Accounts accounts, SettingsRegister settings, FrozenDocuments documents) {
        this.accounts = accounts;
        this.settings = settings;
        this.documents = documents;
    }

    /** @param invoice just numbered */
    void invoice(Invoice invoice, Collection collection) {
        freeze(invoice, collection, null);
    }

    /** @param corrected what the credit note takes back in part or whole; null when it is of several invoices, or none */
    void creditNote(Invoice note, @Nullable Invoice corrected) {
        freeze(note, Collection.CHARGE, corrected);
    }

    private void freeze(Invoice invoice, Collection collection, @Nullable Invoice corrected) {
        Account account = accounts.require(invoice.accountId());
        ZoneId zone = account.zone();
        InvoiceDocument document = new InvoiceDocument(
                heading(invoice, corrected, zone),
                new InvoiceDocument.Conventions(LANGUAGE, zone, invoice.currency()),
                InvoiceDocument.Seller.of(settings.current().seller()),
                InvoiceDocument.Buyer.of(account.details()),
                lines(invoice, collection, zone),
                taxes(invoice),
                totals(invoice),
                new InvoiceDocument.Settlement(collection, day(invoice.paidAt().orElse(null), zone)));
        String json = InvoiceDocumentJson.write(document);
        documents.add(new FrozenDocument(invoice, json, InvoiceDocumentJson.hash(json)));
    }

    private static InvoiceDocument.Heading heading(Invoice invoice, @Nullable Invoice corrected, ZoneId zone) {
        boolean due = invoice.amountDue().isPositive();
        return new InvoiceDocument.Heading(
                invoice.isCreditNote() ? InvoiceDocument.Type.CREDIT_NOTE : InvoiceDocument.Type.INVOICE,
                invoice.number().orElseThrow(),
                issuedOn(invoice, zone),
                due ? day(invoice.dueAt().orElse(null), zone) : null,
                corrected == null ? null : reference(corrected, zone),
                null);
    }

    private static InvoiceDocument.@Nullable Reference reference(Invoice corrected, ZoneId zone) {
        return corrected
                .number()
                .map(number -> new InvoiceDocument.Reference(number, issuedOn(corrected, zone)))
                .orElse(null);
    }

    private static LocalDate issuedOn(Invoice invoice, ZoneId zone) {
        return invoice.issuedAt().orElseThrow().atZone(zone).toLocalDate();
    }

    private static @Nullable LocalDate day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toLocalDate();
    }

    private static List<InvoiceDocument.Line> lines(Invoice invoice, Collection collection, ZoneId zone) {
        boolean dated = isDated(invoice, collection);
        return invoice.lines().stream().map(line -> line(line, dated, zone)).toList();
    }

    /** A first period starts with the transfer, whenever that comes; what is bought once has no period at all. */
    private static boolean isDated(Invoice invoice, Collection collection) {
        boolean waits = invoice.purpose() == InvoicePurpose.FIRST && collection == Collection.WIRE && invoice.isOpen();
        return !waits && invoice.perpetualLicenseId().isEmpty();
    }

    private static InvoiceDocument.Line line(InvoiceLine line, boolean dated, ZoneId zone) {
        boolean priced = !line.isProration() && line.amount() % line.quantity() == 0;
        BigDecimal rate = line.taxRate();
        return new InvoiceDocument.Line(
                line.kind(),
                line.description(),
                line.quantity(),
                priced ? line.amount() / line.quantity() : null,
                line.amount(),
                line.discount(),
                dated ? InvoiceDocument.Period.of(line.period(), zone) : null,
                line.isProration(),
                rate == null ? BigDecimal.ZERO : rate,
                line.taxReason() == null ? null : line.taxReason().word());
    }

    private static List<InvoiceDocument.Tax> taxes(Invoice invoice) {
        return invoice.taxes().stream()
                .map(entry -> new InvoiceDocument.Tax(
                        entry.rate(),
                        entry.reason() == null ? null : entry.reason().word(),
                        entry.base(),
                        entry.amount()))
                .toList();
    }

    private static InvoiceDocument.Totals totals(Invoice invoice) {
        return new InvoiceDocument.Totals(
                invoice.subtotal().minor(),
                invoice.discount().minor(),
                invoice.tax().minor(),
                invoice.total().minor(),
                invoice.creditApplied().minor(),
                invoice.amountPaid().minor(),
                invoice.amountDue().minor());
    }
}
