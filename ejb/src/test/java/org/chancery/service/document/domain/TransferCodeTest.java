package org.chancery.service.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.document.DocumentFixture.SELLER;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.plain;

import org.chancery.service.document.InvoiceDocument.Seller;
import org.junit.jupiter.api.Test;

class TransferCodeTest {

    @Test
    void the_code_fills_in_the_whole_transfer() {
        assertThat(TransferCode.of(plain().build()))
                .hasValueSatisfying(
                        code -> assertThat(code.text())
                                .isEqualTo(
                                        """
                        BCD
                        002
                        1
                        SCT
                        COBADEFFXXX
                        Nordlicht Software GmbH
                        DE89370400440532013000
                        EUR296.31


                        INV-2026-0042"""));
    }

    @Test
    void what_is_typed_cannot_add_a_line_and_is_cut_to_what_a_code_holds() {
        Seller seller = new Seller("Evil\nDE00" + "x".repeat(200), "", "DE", null, SELLER.iban(), null, null, null);
        String text = TransferCode.of(
                        plain().from(seller).number("N\n".repeat(300)).build())
                .orElseThrow()
                .text();
        assertThat(text.split("\n", -1)).hasSize(11);
        assertThat(text.split("\n", -1)[5]).startsWith("Evil DE00x").hasSize(70);
        assertThat(text.split("\n", -1)[10]).hasSize(140);
        assertThat(new TransferCode(text).squares()).hasDimensions(65, 65); // version 13, the largest, has 69
    }

    @Test
    void there_is_a_code_only_for_euros_due_by_transfer_to_a_known_account() {
        assertThat(TransferCode.of(plain().currency("USD").build())).isEmpty();
        assertThat(TransferCode.of(plain().charged().build())).isEmpty();
        assertThat(TransferCode.of(plain().credit(29631).build())).isEmpty();
        assertThat(TransferCode.of(creditNote().plan("Unused", -24900).build())).isEmpty();
        Seller accountless = new Seller("A", "B", "DE", null, null, null, null, null);
        assertThat(TransferCode.of(plain().from(accountless).build())).isEmpty();
    }
}
