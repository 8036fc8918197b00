package org.chancery.service.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.document.DocumentFixture.BERLIN;
import static org.chancery.service.document.DocumentFixture.BOSTON;
import static org.chancery.service.document.DocumentFixture.ISSUED;
import static org.chancery.service.document.DocumentFixture.MADRID;
import static org.chancery.service.document.DocumentFixture.NINETEEN;
import static org.chancery.service.document.DocumentFixture.SELLER;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.invoice;
import static org.chancery.service.document.DocumentFixture.plain;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.service.document.DocumentFixture;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocument.Buyer;
import org.chancery.service.document.InvoiceDocument.Seller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.PDFValidator;
import org.mustangproject.validator.ValidationContext;
import org.mustangproject.validator.ValidationResultItem;
import org.slf4j.LoggerFactory;

class FacturXPdfTest {

    private static final String HOSTILE = "<b>&\u202Eevil\u0000\u0007 (\\) {title} BT /F1 Tj ET ]]> " + "W".repeat(300);
    private static final Buyer WORLD = new Buyer(
            "株式会社 センサー", "Ελλάδα 1\nУлица Мира 2\nŁódź ž\u030C\n\u05D0\u05D1 \uD83D\uDE00", "JP", null, "a@b.example");

    private final FacturXRenderer renderer = new FacturXRenderer();

    static Stream<Arguments> documents() throws IOException {
        return Stream.of(
                named("a plain invoice", plain()),
                named("a credit note in German", unused().in(Locale.GERMAN)),
                named("a logo with transparency", plain().from(with(logo(400, 100)))),
                named("letters from everywhere", plain().to(WORLD)),
                named("hostile texts", hostile()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void the_official_validator_takes_it_for_pdf_a_3_with_factur_x(String name, InvoiceDocument document)
            throws Exception {
        ValidationContext context = new ValidationContext(LoggerFactory.getLogger(FacturXPdfTest.class));
        PDFValidator validator = new PDFValidator(context);
        byte[] pdf = renderer.pdf(document);
        validator.setFilenameAndContents("invoice.pdf", pdf);
        validator.validate();
        assertThat(context.getResults())
                .extracting(ValidationResultItem::getMessage)
                .isEmpty();
        assertThat(context.isValid()).as(context.getXMLResult()).isTrue();
        assertThat(validator.getRawXML().strip()).isEqualTo(new String(renderer.xml(document), "UTF-8").strip());
    }

    @Test
    void what_is_read_back_is_what_the_invoice_says() throws IOException {
        InvoiceDocument document = invoice()
                .order("PO 4711")
                .line("plan", "Business", 1, 49900, 9980, false, NINETEEN, null)
                .line("add_on", "Additional users", 12, 6000, 1200, false, NINETEEN, null)
                .line("plan", "Startup, unused time", 1, -12450, 0, true, NINETEEN, null)
                .credit(5000)
                .build();
        assertThat(linesOf(document))
                .containsSequence(
                        "Invoice INV-2026-0042",
                        "€334.01 due by November 19, 2026",
                        "Description Quantity Unit price VAT Amount (EUR)",
                        "Business 1 499.00 19% 499.00",
                        "Nov 5, 2026 – Dec 4, 2026 · Discount −99.80",
                        "Additional users 12 5.00 19% 60.00",
                        "Nov 5, 2026 – Dec 4, 2026 · Discount −12.00",
                        "Startup, unused time 1 19% −124.50",
                        "Nov 5, 2026 – Dec 4, 2026, prorated",
                        "Subtotal €434.50",
                        "Discount −€111.80",
                        "Total before tax €322.70",
                        "VAT 19% on €322.70 €61.31",
                        "Total €384.01",
                        "Account credit used −€50.00",
                        "Amount due €334.01")
                .contains(
                        "Müller & Söhne KG Issued on November 5, 2026",
                        "Lindenallee 3 Due on November 19, 2026",
                        "10115 Berlin Order PO 4711",
                        "VAT ID DE136695976",
                        "IBAN DE89 3704 0044 0532 0130 00",
                        "Nordlicht Software GmbH · Invoice INV-2026-0042 Page 1 of 1")
                .anyMatch(line -> line.startsWith("Reference INV-2026-0042"));
    }

    @Test
    void german_accounts_read_german() throws IOException {
        InvoiceDocument document = invoice()
                .in(Locale.GERMANY)
                .to(MADRID)
                .untaxed("Enterprise", 149900, "reverse-charge")
                .build();
        assertThat(linesOf(document))
                .contains(
                        "Rechnung INV-2026-0042",
                        "1.499,00 € fällig bis 19. November 2026",
                        "Enterprise 1 1.499,00 0 % 1.499,00",
                        "05.11.2026 – 04.12.2026",
                        "Steuerschuldnerschaft des Leistungsempfängers.",
                        "Zu zahlen 1.499,00 €",
                        "0 % USt. auf 1.499,00 €, Reverse-Charge 0,00 €",
                        "Spanien")
                .anyMatch(line -> line.endsWith("Mit der Banking-App scannen"));
    }

    @Test
    void a_credit_note_gives_back_positive_amounts_and_asks_for_nothing() throws IOException {
        InvoiceDocument document = unused().line("plan", "Startup, rest", 1, 12450, 0, true, NINETEEN, null)
                .build();
        assertThat(linesOf(document))
                .contains(
                        "Credit note CN-2026-0003",
                        "Corrects invoice INV-2026-0042 of November 5, 2026",
                        "€148.75 credited",
                        "Business, unused 1 19% 249.50",
                        "Startup, rest 1 19% −124.50",
                        "Total credited €148.75")
                .noneMatch(line -> line.startsWith("Amount due") || line.startsWith("IBAN"));
    }

    @Test
    void an_export_says_so_and_dollars_come_without_a_sepa_code() throws IOException {
        InvoiceDocument document = invoice()
                .to(BOSTON)
                .in(Locale.US)
                .currency("USD")
                .untaxed("Perpetual", 499000, "export")
                .build();
        assertThat(linesOf(document))
                .contains(
                        "Export: supplied to a recipient outside the European Union, no VAT is charged.",
                        "VAT 0% on $4,990.00, export $0.00",
                        "Amount due $4,990.00",
                        "Tax number 12-3456789")
                .noneMatch(line -> line.endsWith("Scan with your banking app"));
    }

    @Test
    void what_is_charged_or_paid_asks_for_no_transfer() throws IOException {
        assertThat(linesOf(plain().charged().build()))
                .contains("€296.31 will be charged to your payment method")
                .noneMatch(line -> line.startsWith("IBAN"));
        assertThat(linesOf(plain().paid(29631, ISSUED).build()))
                .contains("€296.31 paid on November 5, 2026", "Paid −€296.31", "Amount due €0.00")
                .noneMatch(line -> line.startsWith("IBAN"));
        assertThat(linesOf(plain().credit(29631).build()))
                .contains("Nothing to pay", "Account credit used −€296.31", "Amount due €0.00");
    }

    @Test
    void three_hundred_lines_take_pages_with_heads_and_keep_every_line_once() throws IOException {
        DocumentFixture fixture = invoice();
        for (int i = 1; i <= 300; i++) {
            fixture.line("add_on", "Add-on number " + i, i, i * 500L, 0, false, NINETEEN, null);
        }
        byte[] pdf = renderer.pdf(fixture.build());
        List<String> lines = lines(pdf);
        int pages = pages(pdf);
        assertThat(pages).isBetween(10, 25);
        for (int i = 1; i <= 300; i++) {
            String start = "Add-on number " + i + " " + i + " 5.00 19% ";
            assertThat(lines).filteredOn(line -> line.startsWith(start)).hasSize(1);
        }
        assertThat(lines)
                .filteredOn("Description Quantity Unit price VAT Amount (EUR)"::equals)
                .hasSize(pages);
        assertThat(lines).contains("Nordlicht Software GmbH · Invoice INV-2026-0042 Page " + pages + " of " + pages);
        assertThat(lines).filteredOn("Invoice INV-2026-0042, continued"::equals).hasSize(pages - 1);
    }

    @Test
    void hostile_texts_are_drawn_and_move_nothing() throws IOException {
        byte[] pdf = renderer.pdf(hostile().build());
        List<String> lines = lines(pdf);
        assertThat(String.join("", lines)).contains("<b>&evil (\\) {title} BT /F1 Tj ET ]]>");
        assertThat(lines).contains("Amount due €296.31", "Subtotal €249.00", "VAT 19% on €249.00 €47.31");
        assertThat(pages(pdf)).isEqualTo(2);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).contains("{title} BT");
        }
    }

    @Test
    void letters_of_east_asia_have_a_font_and_what_has_none_is_a_box() throws IOException {
        List<String> lines = linesOf(plain().to(WORLD).build());
        assertThat(String.join("\n", lines)).contains("株式会社 センサー", "Ελλάδα 1", "Улица Мира 2", "Łódź ž", "□□ □");
    }

    @Test
    void the_same_document_gives_the_same_file() {
        assertThat(renderer.pdf(plain().build())).isEqualTo(renderer.pdf(plain().build()));
    }

    @Test
    void the_file_is_small_and_names_its_language() throws IOException {
        byte[] pdf = renderer.pdf(plain().in(Locale.GERMANY).build());
        assertThat(pdf.length).isLessThan(40_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Rechnung INV-2026-0042");
        }
    }

    @Test
    void a_logo_takes_the_place_of_the_name_unless_it_is_broken_or_huge() throws IOException {
        assertThat(images(plain().from(with(logo(400, 100))).build())).isEqualTo(1);
        assertThat(images(plain().from(with(logo(3000, 2000))).build())).isZero();
        assertThat(images(plain().from(with("data:image/png;base64,AAAA")).build()))
                .isZero();
        assertThat(images(plain().from(with("data:image/svg+xml,<svg/>")).build()))
                .isZero();
        assertThat(images(plain().from(with("data:image/png;base64,%%%")).build()))
                .isZero();
    }

    @Test
    void a_currency_that_the_standard_cannot_say_has_a_pdf_without_xml() throws IOException {
        byte[] pdf = renderer.pdf(plain().currency("KWD").build());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
        assertThat(lines(pdf)).anyMatch(line -> line.startsWith("Amount due"));
    }

    @Test
    void only_the_xml_is_attached_and_as_alternative() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(renderer.pdf(plain().to(BERLIN).build()))) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml");
            var file = files.values().iterator().next();
            assertThat(file.getCOSObject().getNameAsString(COSName.getPDFName("AFRelationship")))
                    .isEqualTo("Alternative");
            PDEmbeddedFile content = file.getEmbeddedFile();
            assertThat(content.toByteArray())
                    .isEqualTo(renderer.xml(plain().to(BERLIN).build()));
        }
    }

    private static DocumentFixture unused() {
        return creditNote().line("plan", "Business, unused", 1, -24950, 0, true, NINETEEN, null);
    }

    private static DocumentFixture hostile() {
        Seller seller = new Seller(
                HOSTILE,
                HOSTILE + "\n" + "x\n".repeat(200),
                "DE",
                "DE123456788",
                SELLER.iban(),
                HOSTILE,
                HOSTILE,
                null);
        return invoice()
                .from(seller)
                .to(new Buyer(HOSTILE, "y\n".repeat(300), "DE", null, HOSTILE))
                .number(HOSTILE)
                .order(HOSTILE)
                .plan(HOSTILE, 24900);
    }

    private static Seller with(String logo) {
        return new Seller(
                SELLER.name(),
                SELLER.address(),
                SELLER.country(),
                SELLER.taxId(),
                SELLER.iban(),
                SELLER.bic(),
                SELLER.email(),
                logo);
    }

    private static String logo(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(0x34, 0x51, 0xD1, 0x80));
        canvas.fillOval(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
    }

    private int images(InvoiceDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(renderer.pdf(document))) {
            int images = 0;
            for (COSName name : pdf.getPage(0).getResources().getXObjectNames()) {
                images += pdf.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return images;
        }
    }

    private List<String> linesOf(InvoiceDocument document) throws IOException {
        return lines(renderer.pdf(document));
    }

    private static List<String> lines(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return Arrays.stream(reader.getText(document).split("\\R"))
                    .map(line -> line.replaceAll("[\\h]+", " ").strip())
                    .toList();
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static Arguments named(String name, DocumentFixture fixture) {
        return Arguments.of(name, fixture.build());
    }
}
