package org.chancery.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.PartnerSales;
import org.chancery.service.coupon.PartnerReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    private static final UUID PARTNER = new UUID(1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-2",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "=HYPERLINK(\"http://evil.example\",\"click\")",
                "=cmd|' /C calc'!A0"
            })
    void no_text_is_a_formula(String name) {
        CsvSheet sheet = new CsvSheet("name");
        sheet.row(name);
        String line = sheet.toString().substring("name\r\n".length());
        assertThat(line.startsWith("\"") ? line.substring(1) : line).startsWith("'");
        assertThat(line.replace("\"\"", "\"")).contains(name);
    }

    @Test
    void numbers_stay_numbers_and_texts_keep_commas_and_quotes() {
        CsvSheet sheet = new CsvSheet("a", "b");
        sheet.row(-5, "Nord, Wind \"GmbH\"");
        sheet.row("", "plain - text");
        assertThat(sheet).hasToString("a,b\r\n-5,\"Nord, Wind \"\"GmbH\"\"\"\r\n\"\",plain - text\r\n");
    }

    @Test
    void sales_are_written_in_major_units_of_their_currency() {
        PartnerReport report = new PartnerReport(
                YearMonth.of(2026, 1), YearMonth.of(2026, 12), List.of(sales("EUR"), sales("JPY"), sales("KWD")));
        assertThat(PartnerSalesSheet.of(report))
                .isEqualTo("month,partner,name,currency,sales,net_sales,discounts\r\n"
                        + "2026-11," + PARTNER + ",'=North,EUR,3,-1234.50,0.05\r\n"
                        + "2026-11," + PARTNER + ",'=North,JPY,3,-123450,5\r\n"
                        + "2026-11," + PARTNER + ",'=North,KWD,3,-123.450,0.005\r\n");
        assertThat(PartnerSalesSheet.nameOf(report)).isEqualTo("partner-sales-2026-01-2026-12.csv");
    }

    private static PartnerSales sales(String currency) {
        return new PartnerSales(
                PARTNER, "=North", YearMonth.of(2026, 11), Currency.getInstance(currency), 3, -123_450, 5);
    }
}
