package org.chancery.service.document.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.chancery.model.subscription.Collection;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocument.Line;
import org.chancery.service.document.InvoiceDocument.Period;
import org.chancery.service.document.InvoiceDocument.Reference;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.InvoiceDocument.Totals;
import org.jspecify.annotations.Nullable;

/** What a document says, phrase by phrase, in its language. A credit note states what it gives back as positive. */
public final class InvoiceWording {

    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[0-9A-Z+*.]{2,13}");
    private static final int IBAN_GROUP = 4;
    private static final String SEPARATOR = " \u00b7 ";

    private final InvoiceDocument document;
    private final DocumentTexts texts;
    private final MoneyText money;

    public InvoiceWording(InvoiceDocument document) {
        this.document = document;
        this.texts = DocumentTexts.in(document.conventions().locale());
        this.money = new MoneyText(texts.locale(), document.conventions().currency());
    }

    /** A label and what stands beside it. */
    public record Fact(String label, String value) {}

    /** A row under the lines; the last one carries the weight. */
    public record Sum(String label, String value, boolean strong) {}

    /** One row of the table. {@code detail}, {@code unit} and {@code tax} may be empty. */
    public record Row(String name, String detail, String quantity, String unit, String tax, String amount) {}

    public DocumentTexts texts() {
        return texts;
    }

    /** {@code Invoice INV-0042}. */
    public String title() {
        String key = document.isCreditNote() ? "title.creditNote" : "title.invoice";
        return texts.text(key, Map.of("number", printed(document.heading().number())));
    }

    /** Which invoice a credit note corrects; empty for an invoice. */
    public String correction() {
        Reference corrects = document.heading().corrects();
        return corrects == null
                ? ""
                : texts.text(
                        "title.corrects",
                        Map.of("number", printed(corrects.number()), "date", texts.date(corrects.issuedOn())));
    }

    /** What happens, when, and what it costs, in one sentence. */
    public String statement() {
        Totals totals = document.totals();
        if (document.isCreditNote()) {
            return statement("statement.credited", -totals.total(), "");
        }
        if (totals.amountDue() > 0) {
            boolean charged = document.settlement().collection() == Collection.CHARGE;
            var dueOn = document.heading().dueOn();
            return charged || dueOn == null
                    ? statement(charged ? "statement.charge" : "statement.open", totals.amountDue(), "")
                    : statement("statement.due", totals.amountDue(), texts.date(dueOn));
        }
        var paidOn = document.settlement().paidOn();
        return totals.amountPaid() > 0 && paidOn != null
                ? statement("statement.paid", totals.amountPaid(), texts.date(paidOn))
                : texts.text("statement.nothing");
    }

    private String statement(String key, long amount, String date) {
        return texts.text(key, Map.of("amount", money.amount(amount), "date", date));
    }

    /** What else identifies the document. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        InvoiceDocument.Heading heading = document.heading();
        facts.add(new Fact(texts.text("fact.issuedOn"), texts.date(heading.issuedOn())));
        if (heading.dueOn() != null && document.totals().amountDue() > 0) {
            facts.add(new Fact(texts.text("fact.dueOn"), texts.date(heading.dueOn())));
        }
        if (heading.orderReference() != null) {
            facts.add(new Fact(texts.text("fact.order"), printed(heading.orderReference())));
        }
        return facts;
    }

    /** {@code VAT ID DE123456789}, or {@code Tax number ...} for what is none; empty without one. */
    public String taxId(@Nullable String taxId) {
        if (taxId == null || taxId.isBlank()) {
            return "";
        }
        return texts.text(isVatId(taxId) ? "fact.vatId" : "fact.taxNumber") + " " + printed(taxId);
    }

    /** True for a number that starts with a country, as VAT ids do. */
    public static boolean isVatId(String taxId) {
        return VAT_ID.matcher(taxId).matches();
    }

    /** What a country is called; empty for none. */
    public String country(String code) {
        return code.isEmpty() ? "" : new Locale("", code).getDisplayCountry(texts.locale());
    }

    /** Heads of the columns: name, quantity, unit price, tax, amount. */
    public List<String> columns() {
        Map<String, String> currency =
                Map.of("currency", document.conventions().currency().getCurrencyCode());
        return List.of(
                texts.text("column.name"),
                texts.text("column.quantity"),
                texts.text("column.unit"),
                texts.text("column.tax"),
                texts.text("column.amount", currency));
    }

    public List<Row> rows() {
        return document.lines().stream().map(this::row).toList();
    }

    private Row row(Line line) {
        Long unit = line.unitAmount();
        boolean untaxed = document.taxes().stream().noneMatch(tax -> tax.covers(line));
        return new Row(
                printed(line.name()),
                detail(line),
                texts.count(line.quantity()),
                unit == null ? "" : money.number(unit),
                untaxed ? "" : texts.percent(line.taxRate()),
                money.number(signed(line.amount())));
    }

    private String detail(Line line) {
        List<String> details = new ArrayList<>();
        Period period = line.period();
        if (period != null) {
            String days = texts.text(
                    "line.period",
                    Map.of("from", texts.shortDate(period.start()), "to", texts.shortDate(period.end())));
            details.add(line.proration() ? texts.text("line.proration", Map.of("period", days)) : days);
        }
        if (line.discount() > 0) {
            details.add(texts.text("line.discount", Map.of("amount", money.number(signed(-line.discount())))));
        }
        return String.join(SEPARATOR, details);
    }

    /** From the subtotal down to what is due. */
    public List<Sum> sums() {
        Totals totals = document.totals();
        List<Sum> sums = new ArrayList<>();
        sums.add(sum("sum.subtotal", signed(totals.subtotal())));
        if (totals.discount() > 0) {
            sums.add(sum("sum.discount", signed(-totals.discount())));
            sums.add(sum("sum.net", signed(totals.subtotal() - totals.discount())));
        }
        document.taxes().forEach(tax -> sums.add(sum(tax)));
        if (document.isCreditNote()) {
            sums.add(strong("sum.credited", -totals.total()));
            return sums;
        }
        sums.add(sum("sum.total", totals.total()));
        if (totals.creditApplied() > 0) {
            sums.add(sum("sum.credit", -totals.creditApplied()));
        }
        if (totals.amountPaid() > 0) {
            sums.add(sum("sum.paid", -totals.amountPaid()));
        }
        sums.add(strong("sum.due", totals.amountDue()));
        return sums;
    }

    private Sum sum(Tax tax) {
        String special = "sum.tax." + tax.reason();
        String label = texts.text(
                tax.reason() != null && texts.has(special) ? special : "sum.tax",
                Map.of("rate", texts.percent(tax.rate()), "base", money.amount(signed(tax.base()))));
        return new Sum(label, money.amount(signed(tax.amount())), false);
    }

    private Sum sum(String key, long amount) {
        return new Sum(texts.text(key), money.amount(amount), false);
    }

    private Sum strong(String key, long amount) {
        return new Sum(texts.text(key), money.amount(amount), true);
    }

    /** What the law or the reader wants said under the sums. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(document.taxes().stream()
                .map(Tax::reason)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::taxNote)
                .toList());
        if (document.isCreditNote()) {
            notes.add(texts.text("note.credited"));
        }
        notes.add(texts.text(
                "note.zone", Map.of("zone", document.conventions().zone().getId())));
        return notes;
    }

    /** Why no tax is asked; the general sentence for a reason that nobody worded, and for none. */
    public String taxNote(@Nullable String reason) {
        String key = "note.tax." + reason;
        return texts.text(reason != null && texts.has(key) ? key : "note.tax.none");
    }

    /** Where to send the money; empty unless it is sent by transfer and the account is known. */
    public List<Fact> transfer() {
        String iban = document.seller().iban();
        if (iban == null || !document.isDueByTransfer()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                texts.text("transfer.holder"), printed(document.seller().name())));
        facts.add(new Fact(texts.text("transfer.iban"), grouped(iban)));
        if (document.seller().bic() != null) {
            facts.add(new Fact(
                    texts.text("transfer.bic"), printed(document.seller().bic())));
        }
        facts.add(new Fact(
                texts.text("transfer.amount"), money.amount(document.totals().amountDue())));
        facts.add(new Fact(
                texts.text("transfer.reference"), printed(document.heading().number())));
        return facts;
    }

    private long signed(long amount) {
        return document.isCreditNote() ? -amount : amount;
    }

    private static String grouped(String iban) {
        return printed(iban).replaceAll("(.{" + IBAN_GROUP + "})(?=.)", "$1 ");
    }

    private static String printed(String text) {
        return PrintedText.line(text);
    }
}
