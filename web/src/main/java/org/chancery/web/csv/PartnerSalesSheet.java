package org.chancery.web.csv;

import java.math.BigDecimal;
import java.util.Currency;
import org.chancery.model.coupon.PartnerSales;
import org.chancery.service.coupon.PartnerReport;

/** What partners sold, a row for each partner, month and currency. Amounts are written in major units, as people count. */
public final class PartnerSalesSheet {

    private PartnerSalesSheet() {}

    public static String of(PartnerReport report) {
        CsvSheet sheet = new CsvSheet("month", "partner", "name", "currency", "sales", "net_sales", "discounts");
        for (PartnerSales row : report.rows()) {
            sheet.row(
                    row.month(),
                    row.partner(),
                    row.name(),
                    row.currency().getCurrencyCode(),
                    row.sales(),
                    major(row.netSales(), row.currency()),
                    major(row.discounts(), row.currency()));
        }
        return sheet.toString();
    }

    /** Such as {@code partner-sales-2026-01-2026-12.csv}. */
    public static String nameOf(PartnerReport report) {
        return "partner-sales-" + report.from() + "-" + report.to() + ".csv";
    }

    private static BigDecimal major(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }
}
