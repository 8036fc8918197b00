package org.chancery.service.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.document.DocumentFixture.BOSTON;
import static org.chancery.service.document.DocumentFixture.NINETEEN;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.invoice;
import static org.chancery.service.document.DocumentFixture.plain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.chancery.service.document.InvoiceDocument.Buyer;
import org.chancery.service.document.port.InvoiceRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceArchiveTest {

    private final InvoiceArchive archive = new InvoiceArchive(new Renderer());

    @Test
    void a_year_is_a_pdf_for_each_document_and_the_list() throws IOException {
        Map<String, byte[]> files = unzipped(zip(plain().build(), note()));
        assertThat(files).containsOnlyKeys("INV-2026-0042.pdf", "CN-2026-0003.pdf", "invoices.csv");
        assertThat(files.get("INV-2026-0042.pdf")).asString().isEqualTo("pdf of INV-2026-0042");
        List<CSVRecord> rows = rows(files.getOrDefault("invoices.csv", new byte[0]));
        assertThat(rows).extracting(row -> row.get("file")).containsExactly("INV-2026-0042.pdf", "CN-2026-0003.pdf");
    }

    @Test
    void the_list_says_what_a_bookkeeper_needs() throws IOException {
        InvoiceDocument mixed = invoice()
                .order("PO 4711")
                .line("plan", "Business", 1, 49900, 9980, false, NINETEEN, null)
                .untaxed("Seminar", 1000, "export")
                .credit(5000)
                .build();
        CSVRecord row = rows(csv(List.of(mixed).iterator())).get(0);
        assertThat(row.toMap())
                .containsEntry("number", "INV-2026-0042")
                .containsEntry("type", "invoice")
                .containsEntry("issued_on", "2026-11-05")
                .containsEntry("due_on", "2026-11-19")
                .containsEntry("company", "Müller & Söhne KG")
                .containsEntry("country", "DE")
                .containsEntry("tax_id", "DE136695976")
                .containsEntry("order", "PO 4711")
                .containsEntry("currency", "EUR")
                .containsEntry("subtotal", "509.00")
                .containsEntry("discount", "99.80")
                .containsEntry("tax", "75.85")
                .containsEntry("total", "485.05")
                .containsEntry("credit_applied", "50.00")
                .containsEntry("amount_paid", "0.00")
                .containsEntry("amount_due", "435.05")
                .containsEntry("taxes", "19 % 399.20 75.85; 0 % export 10.00 0.00");
    }

    @Test
    void a_credit_note_is_negative_so_that_columns_add_up() throws IOException {
        CSVRecord row = rows(csv(List.of(note()).iterator())).get(0);
        assertThat(row.get("type")).isEqualTo("credit_note");
        assertThat(row.get("total")).isEqualTo("-296.31");
        assertThat(row.get("corrects")).isEqualTo("INV-2026-0042");
        assertThat(row.get("due_on")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void a_formula_is_a_text(String company) throws IOException {
        InvoiceDocument document = plain().to(new Buyer(company, "", "DE", company, "a@b.example"))
                .order(company)
                .build();
        CSVRecord row = rows(csv(List.of(document).iterator())).get(0);
        assertThat(row.get("company")).isEqualTo("'" + company);
        assertThat(row.get("tax_id")).isEqualTo("'" + company);
        assertThat(row.get("order")).isEqualTo("'" + company);
    }

    @Test
    void quotes_commas_and_line_feeds_stay_within_their_cell() throws IOException {
        String company = "Harbor, \"Things\"\nInc.";
        InvoiceDocument document =
                plain().to(new Buyer(company, "", "US", null, BOSTON.email())).build();
        assertThat(rows(csv(List.of(document, note()).iterator())))
                .extracting(row -> row.get("company"))
                .containsExactly(company, "Müller & Söhne KG");
    }

    @Test
    void the_list_starts_with_a_byte_order_mark() throws IOException {
        assertThat(csv(List.<InvoiceDocument>of().iterator()))
                .startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)
                .asString(StandardCharsets.UTF_8)
                .endsWith(",taxes,file\r\n");
    }

    @Test
    void a_number_is_no_path() throws IOException {
        assertThat(unzipped(zip(plain().number("../RE/2026/1").build())))
                .containsOnlyKeys("---RE-2026-1.pdf", "invoices.csv");
    }

    @Test
    void documents_are_written_as_they_come() throws IOException {
        long[] written = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }
        };
        long[] seen = new long[3];
        Iterator<InvoiceDocument> documents = IntStream.range(0, seen.length)
                .mapToObj(i -> {
                    seen[i] = written[0];
                    return plain().number("INV-" + i).build();
                })
                .iterator();
        archive.zip(documents, counting);
        assertThat(seen[1]).isPositive();
        assertThat(seen[2]).isGreaterThan(seen[1]);
    }

    @Test
    void the_same_documents_give_the_same_archive() throws IOException {
        assertThat(zip(plain().build())).hasSameSizeAs(zip(plain().build()));
    }

    private static InvoiceDocument note() {
        return creditNote().plan("Unused", -24900).build();
    }

    private byte[] zip(InvoiceDocument... documents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.zip(List.of(documents).iterator(), out);
        return out.toByteArray();
    }

    private static byte[] csv(Iterator<InvoiceDocument> documents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InvoiceArchive.csv(documents, out);
        return out.toByteArray();
    }

    private static List<CSVRecord> rows(byte[] csv) throws IOException {
        String text = new String(csv, StandardCharsets.UTF_8).substring(1);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Names what it would draw. */
    private static final class Renderer implements InvoiceRenderer {
        @Override
        public byte[] pdf(InvoiceDocument document) {
            return ("pdf of " + document.heading().number()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] xml(InvoiceDocument document) {
            return new byte[0];
        }
    }
}
