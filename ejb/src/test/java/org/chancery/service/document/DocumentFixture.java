package org.chancery.service.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.model.subscription.Collection;
import org.chancery.service.document.InvoiceDocument.Buyer;
import org.chancery.service.document.InvoiceDocument.Conventions;
import org.chancery.service.document.InvoiceDocument.Heading;
import org.chancery.service.document.InvoiceDocument.Line;
import org.chancery.service.document.InvoiceDocument.Period;
import org.chancery.service.document.InvoiceDocument.Reference;
import org.chancery.service.document.InvoiceDocument.Seller;
import org.chancery.service.document.InvoiceDocument.Settlement;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.InvoiceDocument.Totals;
import org.chancery.service.document.InvoiceDocument.Type;
import org.jspecify.annotations.Nullable;

/** Builds documents whose sums agree with their lines. */
public final class DocumentFixture {

    public static final Seller SELLER = new Seller(
            "Nordlicht Software GmbH",
            "Hafenstraße 12\n20457 Hamburg",
            "DE",
            "DE123456788",
            "DE89370400440532013000",
            "COBADEFFXXX",
            "billing@nordlicht.example",
            null);
    public static final Buyer BERLIN =
            new Buyer("Müller & Söhne KG", "Lindenallee 3\n10115 Berlin", "DE", "DE136695976", "buero@mueller.example");
    public static final Buyer MADRID = new Buyer(
            "Sensores del Sur S.L.", "Calle Mayor 1\n28013 Madrid", "ES", "ESB12345674", "ana@sensores.example");
    public static final Buyer BOSTON =
            new Buyer("Harbor Things Inc.", "1 Main Street\nBoston, MA 02110", "US", "12-3456789", "ap@harbor.example");
    public static final LocalDate ISSUED = LocalDate.of(2026, 11, 5);
    public static final Period NOVEMBER = new Period(ISSUED, LocalDate.of(2026, 12, 4));
    public static final BigDecimal NINETEEN = new BigDecimal("19.000");

    private Type type = Type.INVOICE;
    private String number = "INV-2026-0042";
    private @Nullable LocalDate dueOn = LocalDate.of(2026, 11, 19);
    private @Nullable Reference corrects;
    private @Nullable String order;
    private Locale locale = Locale.ENGLISH;
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Currency currency = Currency.getInstance("EUR");
    private Seller seller = SELLER;
    private Buyer buyer = BERLIN;
    private Collection collection = Collection.WIRE;
    private @Nullable LocalDate paidOn;
    private long credit;
    private long paid;
    private final List<Line> lines = new ArrayList<>();

    public static DocumentFixture invoice() {
        return new DocumentFixture();
    }

    public static DocumentFixture creditNote() {
        DocumentFixture fixture = new DocumentFixture();
        fixture.type = Type.CREDIT_NOTE;
        fixture.number = "CN-2026-0003";
        fixture.corrects = new Reference("INV-2026-0042", ISSUED);
        fixture.dueOn = null;
        return fixture;
    }

    /** One month of a plan at 19 %, 249.00. */
    public static DocumentFixture plain() {
        return invoice().plan("Startup", 24900);
    }

    public DocumentFixture number(String text) {
        number = text;
        return this;
    }

    public DocumentFixture dueOn(@Nullable LocalDate day) {
        dueOn = day;
        return this;
    }

    public DocumentFixture order(String reference) {
        order = reference;
        return this;
    }

    public DocumentFixture in(Locale language) {
        locale = language;
        return this;
    }

    public DocumentFixture currency(String code) {
        currency = Currency.getInstance(code);
        return this;
    }

    public DocumentFixture from(Seller other) {
        seller = other;
        return this;
    }

    public DocumentFixture to(Buyer other) {
        buyer = other;
        return this;
    }

    public DocumentFixture charged() {
        collection = Collection.CHARGE;
        return this;
    }

    public DocumentFixture credit(long amount) {
        credit = amount;
        return this;
    }

    public DocumentFixture paid(long amount, LocalDate day) {
        paid = amount;
        paidOn = day;
        return this;
    }

    public DocumentFixture plan(String name, long amount) {
        return line("plan", name, 1, amount, 0, false, NINETEEN, null);
    }

    public DocumentFixture line(
            String kind,
            String name,
            int quantity,
            long amount,
            long discount,
            boolean proration,
            BigDecimal rate,
            @Nullable String reason) {
        Long unit = proration ? null : amount / quantity;
        lines.add(new Line(kind, name, quantity, unit, amount, discount, NOVEMBER, proration, rate, reason));
        return this;
    }

    public DocumentFixture untaxed(String name, long amount, @Nullable String reason) {
        return line("plan", name, 1, amount, 0, false, BigDecimal.ZERO, reason);
    }

    public InvoiceDocument build() {
        Map<List<Object>, Long> bases = new LinkedHashMap<>();
        for (Line line : lines) {
            bases.merge(java.util.Arrays.asList(line.taxRate(), line.taxReason()), line.net(), Long::sum);
        }
        List<Tax> taxes = new ArrayList<>();
        bases.forEach((key, base) -> {
            BigDecimal rate = (BigDecimal) key.get(0);
            String reason = (String) key.get(1);
            if (rate.signum() > 0 || reason != null) {
                taxes.add(new Tax(rate, reason, base, taxOn(base, rate)));
            }
        });
        long subtotal = lines.stream().mapToLong(Line::amount).sum();
        long discount = lines.stream().mapToLong(Line::discount).sum();
        long tax = taxes.stream().mapToLong(Tax::amount).sum();
        long total = subtotal - discount + tax;
        return new InvoiceDocument(
                new Heading(type, number, ISSUED, dueOn, corrects, order),
                new Conventions(locale, zone, currency),
                seller,
                buyer,
                lines,
                taxes,
                new Totals(subtotal, discount, tax, total, credit, paid, Math.max(total, 0) - credit - paid),
                new Settlement(collection, paidOn));
    }

    private static long taxOn(long base, BigDecimal rate) {
        return BigDecimal.valueOf(base)
                .multiply(rate)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
