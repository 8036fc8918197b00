package org.chancery.service.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.document.DocumentFixture.NINETEEN;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.plain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.document.InvoiceDocument.Line;
import org.chancery.service.document.InvoiceDocument.Period;
import org.chancery.service.document.InvoiceDocument.Seller;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.InvoiceDocument.Totals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDocumentTest {

    private final InvoiceDocument sound = plain().build();

    @ParameterizedTest(name = "subtotal {0}, discount {1}, tax {2}, total {3}, credit {4}, paid {5}, due {6}")
    @CsvSource({
        "24901, 0, 4731, 29632, 0, 0, 29632", // not the sum of the lines
        "24900, 100, 4731, 29531, 0, 0, 29531", // not the sum of the shares
        "24900, 0, 4730, 29630, 0, 0, 29630", // not the sum of the entries
        "24900, 0, 4731, 29630, 0, 0, 29630", // total
        "24900, 0, 4731, 29631, 100, 0, 29631", // credit forgotten
        "24900, 0, 4731, 29631, 0, 100, 29631", // payment forgotten
        "24900, 0, 4731, 29631, -1, 1, 29631",
        "24900, 0, 4731, 29631, 30000, 0, -369"
    })
    void a_document_whose_sums_contradict_each_other_cannot_exist(
            long subtotal, long discount, long tax, long total, long credit, long paid, long due) {
        assertThatThrownBy(() -> with(
                        sound.lines(), sound.taxes(), new Totals(subtotal, discount, tax, total, credit, paid, due)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_taxed_line_has_its_entry_and_every_entry_its_lines() {
        Totals untaxed = new Totals(24900, 0, 0, 24900, 0, 0, 24900);
        assertThatThrownBy(() -> with(sound.lines(), List.of(), untaxed)).hasMessageContaining("has its entry");
        List<Tax> wrongBase = List.of(new Tax(NINETEEN, null, 24000, 4731));
        assertThatThrownBy(() -> with(sound.lines(), wrongBase, sound.totals()))
                .hasMessageContaining("lines of its rate and reason");
        assertThatThrownBy(() -> with(List.of(), List.of(), new Totals(0, 0, 0, 0, 0, 0, 0)))
                .hasMessageContaining("has lines");
    }

    @Test
    void an_invoice_asks_and_a_credit_note_gives_back() {
        assertThatThrownBy(() -> plain().plan("Unused", -50000).build()).hasMessageContaining("asks for money");
        assertThatThrownBy(() -> creditNote().plan("Startup", 24900).build()).hasMessageContaining("gives back");
        assertThat(creditNote().plan("Unused", -24900).build().totals().total()).isEqualTo(-29631);
    }

    @Test
    void a_line_is_for_something_discounted_by_nothing_negative_and_reasoned_only_without_a_rate() {
        assertThatThrownBy(() -> line(0, 0, NINETEEN, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(1, -1, NINETEEN, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(1, 0, NINETEEN, "export")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(1, 0, NINETEEN.negate(), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} and {1} are one rate")
    @CsvSource({"19, 19.000", "20, 2E+1", "8.875, 8.8750", "0, 0.000"})
    void one_rate_has_one_spelling(BigDecimal one, BigDecimal other) {
        assertThat(line(1, 0, one, null)).isEqualTo(line(1, 0, other, null));
        assertThat(line(1, 0, other, null).taxRate().scale()).isNotNegative();
    }

    @ParameterizedTest(name = "{0} to {1} in {2} is {3} to {4}")
    @CsvSource({
        "2026-11-05T10:00:00Z, 2026-12-05T10:00:00Z, Europe/Berlin, 2026-11-05, 2026-12-05",
        "2026-11-04T23:00:00Z, 2026-12-04T23:00:00Z, Europe/Berlin, 2026-11-05, 2026-12-04",
        "2026-11-04T23:00:00Z, 2026-12-04T23:00:00Z, UTC, 2026-11-04, 2026-12-04",
        "2026-11-05T00:00:00Z, 2026-12-05T00:00:00Z, UTC, 2026-11-05, 2026-12-04",
        "2026-11-05T10:00:00Z, 2026-11-05T10:00:01Z, Asia/Tokyo, 2026-11-05, 2026-11-05"
    })
    void a_period_is_the_days_that_a_span_touches(
            Instant start, Instant end, ZoneId zone, LocalDate first, LocalDate last) {
        assertThat(Period.of(new ServicePeriod(start, end), zone)).isEqualTo(new Period(first, last));
    }

    @Test
    void a_seller_that_said_nothing_yet_is_empty_not_absent() {
        Seller seller = Seller.of(org.chancery.model.account.Seller.NOBODY);
        assertThat(seller.name()).isEmpty();
        assertThat(seller.iban()).isNull();
    }

    private InvoiceDocument with(List<Line> lines, List<Tax> taxes, Totals totals) {
        return new InvoiceDocument(
                sound.heading(),
                sound.conventions(),
                sound.seller(),
                sound.buyer(),
                lines,
                taxes,
                totals,
                sound.settlement());
    }

    private static Line line(int quantity, long discount, BigDecimal rate, @Nullable String reason) {
        return new Line("plan", "Startup", quantity, null, 24900, discount, null, false, rate, reason);
    }
}
