package org.chancery.service.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.chancery.service.document.InvoiceDocument.Reference;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.domain.MoneyText;
import org.chancery.service.document.port.InvoiceRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Many documents for the bookkeeper: a list as CSV, or the list and every PDF as ZIP. Documents are taken one by one and
 * written at once; what stays in memory is a packed line for each.
 *
 * <p>The list is UTF-8 with a byte order mark, without which Excel takes it for something else and which all others skip.
 * Amounts are whole units with a point and bear the sign of an invoice, so credit notes are negative and columns add up. A
 * text that a spreadsheet would run as a formula gets a quote in front; amounts are numbers and need none.
 */
public final class InvoiceArchive {

    private static final String LIST = "invoices.csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final List<String> HEAD = List.of(
            "number",
            "type",
            "issued_on",
            "due_on",
            "corrects",
            "company",
            "country",
            "tax_id",
            "order",
            "currency",
            "subtotal",
            "discount",
            "tax",
            "total",
            "credit_applied",
            "amount_paid",
            "amount_due",
            "taxes",
            "file");

    private final InvoiceRenderer renderer;

    public InvoiceArchive(InvoiceRenderer renderer) {
        this.renderer = renderer;
    }

    /** Writes the PDFs in their order, then the list. Leaves the stream open. */
    public void zip(Iterator<InvoiceDocument> documents, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED); // a PDF is packed already
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Writer list = list(new DeflaterOutputStream(packed))) {
            while (documents.hasNext()) {
                InvoiceDocument document = documents.next();
                ZipEntry entry = new ZipEntry(fileName(document));
                entry.setTimeLocal(document.heading().issuedOn().atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(renderer.pdf(document));
                zip.closeEntry();
                list.write(row(document));
            }
        }
        zip.putNextEntry(new ZipEntry(LIST));
        new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(zip);
        zip.closeEntry();
        zip.finish();
    }

    /** Writes the list. Leaves the stream open. */
    public static void csv(Iterator<InvoiceDocument> documents, OutputStream out) throws IOException {
        Writer list = list(out);
        while (documents.hasNext()) {
            list.write(row(documents.next()));
        }
        list.flush();
    }

    private static Writer list(OutputStream out) throws IOException {
        Writer list = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        list.write(BYTE_ORDER_MARK);
        list.write(line(HEAD.stream()));
        return list;
    }

    private static String row(InvoiceDocument document) {
        InvoiceDocument.Heading heading = document.heading();
        InvoiceDocument.Buyer buyer = document.buyer();
        InvoiceDocument.Totals totals = document.totals();
        Reference corrects = heading.corrects();
        LocalDate dueOn = heading.dueOn();
        return line(Stream.of(
                harmless(heading.number()),
                heading.type().name().toLowerCase(Locale.ROOT),
                heading.issuedOn().toString(),
                dueOn == null ? "" : dueOn.toString(),
                corrects == null ? "" : harmless(corrects.number()),
                harmless(buyer.company()),
                harmless(buyer.country()),
                harmless(buyer.taxId()),
                harmless(heading.orderReference()),
                document.conventions().currency().getCurrencyCode(),
                units(document, totals.subtotal()),
                units(document, totals.discount()),
                units(document, totals.tax()),
                units(document, totals.total()),
                units(document, totals.creditApplied()),
                units(document, totals.amountPaid()),
                units(document, totals.amountDue()),
                taxes(document),
                fileName(document)));
    }

    // RFC 4180: a cell that holds what parts cells or lines stands in quotes, its own quotes doubled.
    private static String line(Stream<String> cells) {
        return cells.map(InvoiceArchive::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    // "19 % 249.00 47.31; 0 % reverse-charge 100.00 0.00": rate, reason, base, tax
    private static String taxes(InvoiceDocument document) {
        return document.taxes().stream().map(tax -> tax(document, tax)).collect(Collectors.joining("; "));
    }

    private static String tax(InvoiceDocument document, Tax tax) {
        String reason = tax.reason() == null ? "" : " " + tax.reason();
        return tax.rate().toPlainString() + " %" + reason + " " + units(document, tax.base()) + " "
                + units(document, tax.amount());
    }

    private static String units(InvoiceDocument document, long amount) {
        return MoneyText.decimal(amount, document.conventions().currency()).toPlainString();
    }

    private static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    // A number may hold a slash, and a path in an archive must lead nowhere.
    private static String fileName(InvoiceDocument document) {
        return document.heading().number().replaceAll("[^A-Za-z0-9_-]", "-") + ".pdf";
    }
}
