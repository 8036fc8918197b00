package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.billing.FrozenDocument;
import org.chancery.model.billing.Invoice;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.service.billing.InvoiceDocumentService;
import org.chancery.service.billing.InvoiceDocumentService.Archive;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocumentJson;
import org.chancery.service.document.adapter.FacturXRenderer;
import org.chancery.service.platform.Caller;
import org.junit.jupiter.api.Test;

/** What is frozen when an invoice or a credit note is numbered. */
class InvoiceFreezingTest {

    private final BillingHouse house = new BillingHouse(Instant.parse("2026-09-01T22:30:00Z"));

    @Test
    void every_invoice_and_credit_note_is_frozen_as_it_is_numbered() {
        Subscription subscription = house.running("business");
        house.travel("2026-09-16T00:00:00Z");
        house.change(subscription, "startup", ChangeTiming.NOW);
        house.travel("2026-10-03T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.invoices()).hasSize(4).allSatisfy(invoice -> {
            InvoiceDocument document = document(invoice);
            assertThat(document.heading().number()).isEqualTo(invoice.number().orElseThrow());
            assertThat(document.totals().total()).isEqualTo(invoice.total().minor());
            assertThat(document.isCreditNote()).isEqualTo(invoice.isCreditNote());
            assertThat(new FacturXRenderer().pdf(document)).startsWith('%', 'P', 'D', 'F');
        });
    }

    @Test
    void days_are_those_of_the_account() {
        house.running("maker");
        InvoiceDocument document = document(house.lastInvoice());
        assertThat(document.heading().issuedOn()).isEqualTo(LocalDate.of(2026, 9, 2));
        assertThat(document.lines().get(0).period())
                .isEqualTo(new InvoiceDocument.Period(LocalDate.of(2026, 9, 2), LocalDate.of(2026, 10, 2)));
    }

    @Test
    void a_payment_and_a_new_address_change_nothing_on_paper() {
        house.order("maker", Collection.WIRE);
        Invoice invoice = house.lastInvoice();
        FrozenDocument before = house.documentRows.find(invoice.id()).orElseThrow();
        house.account.change(AccountDetails.of("Moved Ltd", "x@example.org", "EUR", "DE", null, null, "Elsewhere"));
        house.transfer(invoice);
        assertThat(invoice.isPaid()).isTrue();
        FrozenDocument after = house.documentRows.find(invoice.id()).orElseThrow();
        assertThat(after.documentHash())
                .isEqualTo(before.documentHash())
                .isEqualTo(InvoiceDocumentJson.hash(after.document()));
        InvoiceDocument document = document(invoice);
        assertThat(document.buyer().company()).isEqualTo("Ana Ltd");
        assertThat(document.totals().amountDue()).isEqualTo(1_000);
        assertThat(document.totals().amountPaid()).isZero();
    }

    @Test
    void a_first_period_that_waits_for_a_transfer_has_no_dates() {
        house.order("maker", Collection.WIRE);
        InvoiceDocument document = document(house.lastInvoice());
        assertThat(document.lines())
                .allSatisfy(line -> assertThat(line.period()).isNull());
        assertThat(document.isDueByTransfer()).isTrue();
    }

    @Test
    void credit_that_is_used_is_known_at_once() {
        house.order("maker", Collection.WIRE);
        house.transfers.record(house.lastInvoice().id(), new ReceivedTransfer(1_400, "transfer", null));
        house.order("maker", Collection.WIRE);
        InvoiceDocument.Totals totals = document(house.lastInvoice()).totals();
        assertThat(totals.creditApplied()).isEqualTo(400);
        assertThat(totals.amountDue()).isEqualTo(600);
    }

    @Test
    void a_credit_note_names_what_it_corrects() {
        house.order("startup", Collection.WIRE);
        Invoice first = house.lastInvoice();
        house.transfer(first);
        Subscription subscription =
                house.subscriptionRows.require(first.subscriptionId().orElseThrow());
        house.travel("2026-09-20T00:00:00Z");
        Invoice ahead = house.lastInvoice();
        house.addOns(subscription, Map.of("custom-domains", 1));
        List<InvoiceDocument> notes = house.invoices().stream()
                .filter(Invoice::isCreditNote)
                .map(this::document)
                .toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).heading().corrects())
                .extracting(InvoiceDocument.Reference::number)
                .isEqualTo(ahead.number().orElseThrow());
    }

    @Test
    void an_archive_holds_the_days_of_its_year() throws Exception {
        BillingHouse newYear = new BillingHouse(Instant.parse("2026-12-31T23:30:00Z")); // half past midnight in Madrid
        newYear.running("maker");
        InvoiceDocumentService service = new InvoiceDocumentService(
                newYear.invoiceRows, newYear.documentRows, new FacturXRenderer(), new Caller(() -> "system"));
        assertThat(rows(service, service.archive(newYear.account.id(), 2027))).isEqualTo(1);
        assertThat(rows(service, service.archive(newYear.account.id(), 2026))).isZero();
        newYear.travel("2030-12-31T00:00:00Z");
        assertThat(rows(service, service.archive(null, 2028))).isEqualTo(12);
    }

    private static long rows(InvoiceDocumentService service, Archive archive) throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        service.csv(archive, out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().count() - 1;
    }

    private InvoiceDocument document(Invoice invoice) {
        return InvoiceDocumentJson.read(
                house.documentRows.find(invoice.id()).orElseThrow().document());
    }
}
