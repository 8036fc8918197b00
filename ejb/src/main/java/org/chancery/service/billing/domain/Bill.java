package org.chancery.service.billing.domain;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.money.Money;

/**
 * What an invoice or a credit note will say: lines, minus discount, plus tax. A preview shows it, the issue freezes it.
 *
 * @param lines with their share of the discount and their tax decided
 * @param lineTaxes what each line bears, in the order of the lines
 * @param taxes one entry for each rate
 */
public record Bill(Currency currency, List<LineDraft> lines, List<Long> lineTaxes, List<TaxEntry> taxes) {

    public Bill {
        lines = List.copyOf(lines);
        lineTaxes = List.copyOf(lineTaxes);
        taxes = List.copyOf(taxes);
    }

    public static Bill nothing(Currency currency) {
        return new Bill(currency, List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Money subtotal() {
        return sum(lines.stream().mapToLong(LineDraft::amount).reduce(0, Math::addExact));
    }

    public Money discount() {
        return sum(lines.stream().mapToLong(LineDraft::discount).reduce(0, Math::addExact));
    }

    public Money tax() {
        return sum(taxes.stream().mapToLong(TaxEntry::amount).reduce(0, Math::addExact));
    }

    public Money total() {
        return subtotal().subtract(discount()).add(tax());
    }

    private Money sum(long minor) {
        return new Money(minor, currency);
    }

    /** The lines as they stand on the invoice. */
    public List<InvoiceLine> toLines() {
        List<InvoiceLine> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(new InvoiceLine(lines.get(i), lineTaxes.get(i), i));
        }
        return result;
    }
}
