package org.chancery.service.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.document.DocumentFixture.ISSUED;
import static org.chancery.service.document.DocumentFixture.NINETEEN;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.invoice;
import static org.chancery.service.document.DocumentFixture.plain;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class InvoiceDocumentJsonTest {

    /** What is in the databases of vendors already: it must be readable for ever, and hash the same. */
    private static final String FROZEN =
            """
            {"heading":{"type":"INVOICE","number":"INV-2026-0042","issuedOn":"2026-11-05","dueOn":"2026-11-19"},\
            "conventions":{"locale":"de-DE","zone":"Europe/Berlin","currency":"EUR"},\
            "seller":{"name":"Nordlicht Software GmbH","address":"Hafenstraße 12\\n20457 Hamburg","country":"DE",\
            "taxId":"DE123456788","iban":"DE89370400440532013000","bic":"COBADEFFXXX",\
            "email":"billing@nordlicht.example"},\
            "buyer":{"company":"Müller & Söhne KG","address":"Lindenallee 3\\n10115 Berlin","country":"DE",\
            "taxId":"DE136695976","email":"buero@mueller.example"},\
            "lines":[{"kind":"plan","name":"Startup","quantity":1,"unitAmount":24900,"amount":24900,"discount":0,\
            "period":{"start":"2026-11-05","end":"2026-12-04"},"proration":false,"taxRate":"19"}],\
            "taxes":[{"rate":"19","base":24900,"amount":4731}],\
            "totals":{"subtotal":24900,"discount":0,"tax":4731,"total":29631,"creditApplied":0,"amountPaid":0,\
            "amountDue":29631},\
            "settlement":{"collection":"wire"}}""";

    private static final String HASH = "6c2ec90adc3a44e95dd7af68e759b5063ecd653bfd4a8293c0bcb1384b4c9fe7";

    @Test
    void a_document_freezes_to_this_text_and_no_other() {
        assertThat(InvoiceDocumentJson.write(plain().in(Locale.GERMANY).build()))
                .isEqualTo(FROZEN);
        assertThat(InvoiceDocumentJson.hash(FROZEN)).isEqualTo(HASH);
    }

    @Test
    void what_was_frozen_is_read_back_whole() {
        InvoiceDocument full = invoice()
                .order("PO 4711")
                .line("plan", "Business", 1, 49900, 9980, false, NINETEEN, null)
                .untaxed("Seminar", 1000, "export")
                .credit(5000)
                .paid(100, ISSUED)
                .charged()
                .build();
        assertThat(InvoiceDocumentJson.read(InvoiceDocumentJson.write(full))).isEqualTo(full);
        InvoiceDocument note = creditNote().plan("Unused", -24900).build();
        assertThat(InvoiceDocumentJson.read(InvoiceDocumentJson.write(note))).isEqualTo(note);
        assertThat(InvoiceDocumentJson.write(InvoiceDocumentJson.read(FROZEN))).isEqualTo(FROZEN);
    }

    @Test
    void a_changed_letter_changes_the_hash() {
        assertThat(InvoiceDocumentJson.hash(FROZEN.replace("29631", "29632"))).isNotEqualTo(HASH);
    }

    @Test
    void a_field_of_a_later_version_does_not_hinder_reading() {
        assertThat(InvoiceDocumentJson.read(FROZEN.replace("{\"heading\"", "{\"later\":{\"a\":[1]},\"heading\"")))
                .isEqualTo(InvoiceDocumentJson.read(FROZEN));
    }

    @Test
    void a_text_that_contradicts_itself_is_not_read() {
        assertThatThrownBy(() -> InvoiceDocumentJson.read(FROZEN.replace("29631", "29632")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> InvoiceDocumentJson.read("{}")).isInstanceOf(IllegalStateException.class);
    }
}
