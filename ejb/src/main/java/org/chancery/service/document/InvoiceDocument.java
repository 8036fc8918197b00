package org.chancery.service.document;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a printed invoice or credit note says. It is made when the invoice is finalised, frozen as {@link
 * InvoiceDocumentJson} and never changes, whatever becomes of the seller, the buyer or the catalog.
 *
 * <p>Amounts are minor units and bear the sign of an invoice: what the buyer owes is positive, what is given back is
 * negative. So the total of a credit note is negative; on paper it stands as the positive amount that is credited.
 */
public record InvoiceDocument(
        Heading heading,
        Conventions conventions,
        Seller seller,
        Buyer buyer,
        List<Line> lines,
        List<Tax> taxes,
        Totals totals,
        Settlement settlement)
        implements Serializable {

    /** @throws IllegalArgumentException when the sums contradict the lines; such a document must never be frozen */
    public InvoiceDocument {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        require(!lines.isEmpty(), "A document has lines");
        require(totals.subtotal() == sum(lines, Line::amount), "The subtotal is the sum of the lines");
        require(totals.discount() == sum(lines, Line::discount), "The discount is the sum of its shares");
        require(totals.tax() == sum(taxes, Tax::amount), "The tax is the sum of the entries");
        for (Tax tax : taxes) {
            List<Line> taxed = lines.stream().filter(tax::covers).toList();
            require(tax.base() == sum(taxed, Line::net), "A tax is on the lines of its rate and reason: " + tax);
        }
        for (Line line : lines) {
            require(
                    line.isUntaxed() || taxes.stream().anyMatch(tax -> tax.covers(line)),
                    "A rate or reason of a line has its entry: " + line);
        }
        if (heading.type() == Type.CREDIT_NOTE) {
            require(totals.total() <= 0 && totals.amountDue() == 0, "A credit note gives back, nothing is due on it");
        } else {
            require(totals.total() >= 0, "An invoice asks for money");
        }
    }

    /** What kind of paper it is. */
    public enum Type {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * What stands at the top.
     *
     * @param issuedOn the day in the account's zone, like all dates of the document
     * @param dueOn null when nothing is due
     * @param corrects the invoice that a credit note corrects; null for an invoice
     * @param orderReference what the buyer calls the order, or what we call it; null when nobody calls it anything
     */
    public record Heading(
            Type type,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable Reference corrects,
            @Nullable String orderReference)
            implements Serializable {}

    /** Another document. */
    public record Reference(String number, LocalDate issuedOn) implements Serializable {}

    /**
     * How the document is written.
     *
     * @param locale of the account; decides language and the look of dates and amounts
     * @param zone in which the dates are days
     */
    public record Conventions(Locale locale, ZoneId zone, Currency currency) implements Serializable {}

    /**
     * Who issues it.
     *
     * @param address several lines
     * @param country two letters
     * @param iban without blanks
     * @param logo a PNG or JPEG as data URI
     */
    public record Seller(
            String name,
            String address,
            String country,
            @Nullable String taxId,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String email,
            @Nullable String logo)
            implements Serializable {

        /** The settings as they are now; what is missing there is empty, as only the sandbox allows. */
        public static Seller of(org.chancery.model.account.Seller seller) {
            return new Seller(
                    Objects.requireNonNullElse(seller.name(), ""),
                    Objects.requireNonNullElse(seller.address(), ""),
                    Objects.requireNonNullElse(seller.country(), ""),
                    seller.taxId(),
                    seller.iban(),
                    seller.bic(),
                    seller.email(),
                    seller.logo());
        }
    }

    /**
     * Who gets it.
     *
     * @param address several lines, may be empty
     * @param country two letters
     */
    public record Buyer(String company, String address, String country, @Nullable String taxId, String email)
            implements Serializable {

        /** The account as it is now. */
        public static Buyer of(AccountDetails account) {
            return new Buyer(account.company(), account.address(), account.country(), account.taxId(), account.email());
        }
    }

    /**
     * One priced reason.
     *
     * @param kind {@code plan} or {@code add_on}
     * @param name as it is printed
     * @param quantity at least 1
     * @param unitAmount the price of one; null where the amount is no multiple of a price, as for a proration
     * @param amount before discount and tax; negative for a credit
     * @param discount its share of the coupon, never negative
     * @param taxRate percent; 0 with a reason, and 0 without one when no tax is known
     * @param taxReason the word for why no tax is asked, such as {@code reverse-charge}
     */
    public record Line(
            String kind,
            String name,
            int quantity,
            @Nullable Long unitAmount,
            long amount,
            long discount,
            @Nullable Period period,
            boolean proration,
            BigDecimal taxRate,
            @Nullable String taxReason)
            implements Serializable {

        public Line {
            require(quantity >= 1, "A line is for one thing at least");
            require(discount >= 0, "A discount is not negative");
            taxRate = canonical(taxRate);
            require(taxReason == null || taxRate.signum() == 0, "A reason excludes a rate");
        }

        /** What is really asked or given back, before tax. */
        public long net() {
            return Math.subtractExact(amount, discount);
        }

        boolean isUntaxed() {
            return taxReason == null && taxRate.signum() == 0;
        }
    }

    /**
     * The days that a line pays for.
     *
     * @param end the last of them
     */
    public record Period(LocalDate start, LocalDate end) implements Serializable {

        public Period {
            require(!end.isBefore(start), "A period ends after it starts");
        }

        /** The days that a half-open span touches in this zone: one that ends at midnight leaves that day out. */
        public static Period of(ServicePeriod span, ZoneId zone) {
            LocalDate start = span.start().atZone(zone).toLocalDate();
            LocalDate end = span.end().minusNanos(1).atZone(zone).toLocalDate();
            return new Period(start, end.isBefore(start) ? start : end);
        }
    }

    /**
     * All lines that are taxed alike.
     *
     * @param rate percent
     * @param base the lines' sum after discount
     */
    public record Tax(BigDecimal rate, @Nullable String reason, long base, long amount) implements Serializable {

        public Tax {
            rate = canonical(rate);
        }

        /** True for a line of this rate and reason. */
        public boolean covers(Line line) {
            return rate.compareTo(line.taxRate()) == 0 && Objects.equals(reason, line.taxReason());
        }
    }

    /**
     * The sums.
     *
     * @param subtotal of the lines, before discount and tax
     * @param discount of the coupon, never negative
     * @param creditApplied how much account credit is used
     * @param amountPaid what was paid by the time of issue
     */
    public record Totals(
            long subtotal, long discount, long tax, long total, long creditApplied, long amountPaid, long amountDue)
            implements Serializable {

        public Totals {
            require(total == subtotal - discount + tax, "The total is the lines, less the discount, plus tax");
            require(creditApplied >= 0 && amountPaid >= 0 && amountDue >= 0, "Nothing is paid back by an invoice");
            require(
                    amountDue == Math.max(total, 0) - creditApplied - amountPaid,
                    "What is due is the total less credit and payments");
        }
    }

    /**
     * How it is paid.
     *
     * @param paidOn the day it was paid, if it was at the time of issue
     */
    public record Settlement(Collection collection, @Nullable LocalDate paidOn) implements Serializable {}

    public boolean isCreditNote() {
        return heading.type() == Type.CREDIT_NOTE;
    }

    /** True when the buyer is asked to send money. */
    public boolean isDueByTransfer() {
        return settlement.collection() == Collection.WIRE && totals.amountDue() > 0;
    }

    // One spelling for one rate, so that 19, 19.0 and 19.000 freeze alike.
    private static BigDecimal canonical(BigDecimal rate) {
        require(rate.signum() >= 0, "A rate is not negative");
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> amount) {
        return parts.stream().mapToLong(amount).reduce(0, Math::addExact);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
