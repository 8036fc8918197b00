package org.chancery.service.document.adapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocument.Line;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.domain.InvoiceWording;
import org.chancery.service.document.domain.MoneyText;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a document as EN 16931 states them: whole units, and a credit note (type 381) positive in what it gives
 * back. Lines without any tax, of which our documents have no entry, get a breakdown too, for the standard asks for one.
 */
final class FacturXAmounts {

    private static final Tax NO_TAX = new Tax(BigDecimal.ZERO, null, 0, 0);

    private final InvoiceDocument document;
    private final InvoiceWording words;

    FacturXAmounts(InvoiceDocument document, InvoiceWording words) {
        this.document = document;
        this.words = words;
    }

    /** A group of lines in the code lists of the standard. */
    record Category(String code, @Nullable String reason, @Nullable String reasonCode) {

        /** Nothing that VAT knows: such lines have no rate at all, and no VAT ids stand beside them. */
        boolean isOutsideTax() {
            return code.equals("O");
        }
    }

    BigDecimal subtotal() {
        return signed(document.totals().subtotal());
    }

    /** Negative in a credit note that takes a discount back. */
    BigDecimal discount() {
        return signed(document.totals().discount());
    }

    BigDecimal total() {
        return signed(document.totals().total());
    }

    BigDecimal tax() {
        return signed(document.totals().tax());
    }

    BigDecimal due() {
        return units(document.totals().amountDue());
    }

    BigDecimal signed(long amount) {
        return units(document.isCreditNote() ? -amount : amount);
    }

    BigDecimal units(long amount) {
        return MoneyText.decimal(amount, document.conventions().currency());
    }

    /** The entries of the document, and one for its untaxed lines if there are any. */
    List<Tax> entries() {
        List<Tax> entries = new ArrayList<>(document.taxes());
        untaxed().ifPresent(entries::add);
        return entries;
    }

    /** The shares of the coupon in the lines of an entry, signed as the standard wants them. */
    BigDecimal discountOn(Tax entry) {
        return signed(document.lines().stream()
                .filter(entry::covers)
                .mapToLong(Line::discount)
                .sum());
    }

    /**
     * Without a rate and without a reason a seller is exempt in the words of the standard if it has a tax number, and
     * outside the tax if it has none.
     */
    Category category(BigDecimal rate, @Nullable String reason) {
        if (rate.signum() > 0) {
            return new Category("S", null, null);
        }
        String words = this.words.taxNote(reason);
        if (reason == null) {
            return document.seller().taxId() == null
                    ? new Category("O", words, "VATEX-EU-O")
                    : new Category("E", words, null);
        }
        return switch (reason) {
            case "reverse-charge" -> new Category("AE", words, "VATEX-EU-AE");
            case "export" -> new Category("G", words, "VATEX-EU-G");
            default -> new Category("E", words, null);
        };
    }

    boolean isOutsideTax() {
        return entries().stream()
                .anyMatch(entry -> category(entry.rate(), entry.reason()).isOutsideTax());
    }

    private Optional<Tax> untaxed() {
        List<Line> lines = document.lines().stream().filter(NO_TAX::covers).toList();
        boolean known =
                lines.stream().anyMatch(line -> document.taxes().stream().anyMatch(tax -> tax.covers(line)));
        return lines.isEmpty() || known
                ? Optional.empty()
                : Optional.of(new Tax(
                        BigDecimal.ZERO,
                        null,
                        lines.stream().mapToLong(Line::net).sum(),
                        0));
    }
}
