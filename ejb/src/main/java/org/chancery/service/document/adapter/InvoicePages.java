package org.chancery.service.document.adapter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.domain.InvoiceWording;
import org.chancery.service.document.domain.InvoiceWording.Fact;
import org.chancery.service.document.domain.InvoiceWording.Row;
import org.chancery.service.document.domain.InvoiceWording.Sum;
import org.chancery.service.document.domain.PostalAddress;
import org.chancery.service.document.domain.PrintedText;
import org.chancery.service.document.domain.TransferCode;

/**
 * Lays a document out on pages: letterhead, who and what, the lines, the sums, and how to pay. What doesn't fit goes on
 * to the next page, the sums always in one piece.
 */
final class InvoicePages {

    private static final float LEFT = 56.7f; // 20 mm
    private static final float RIGHT = PdfSheet.WIDTH - LEFT;
    private static final float SIDE = 345; // where the right-hand column starts
    private static final float BUYER_TOP = 150; // shows in the window of an envelope
    private static final float BUYER_WIDTH = 240;
    private static final float BOTTOM = 780;
    private static final float FOOT = 806;

    private static final float NAME_WIDTH = 212;
    private static final float QUANTITY_END = 330;
    private static final float UNIT_END = 405;
    private static final float TAX_END = 452;
    private static final float CELL_PADDING = 6;
    private static final float SUMS = 270;
    private static final float SUM_LABEL_WIDTH = 198;
    private static final float SUM_STEP = 17;
    private static final float CODE_SIDE = 78;
    private static final float TRANSFER_VALUE = LEFT + 105;

    private static final float LOGO_WIDTH = 170;
    private static final float LOGO_HEIGHT = 42;
    private static final float TOP = 48;
    private static final float HAIRLINE = 0.6f;
    private static final float RULE = 0.9f;

    private static final int MOST_NAME_LINES = 3;
    private static final int MOST_ADDRESS_LINES = 8;
    private static final int MOST_ROW_LINES = 30;

    private final InvoiceDocument document;
    private final InvoiceWording words;
    private final PDDocument pdf;
    private final PdfSheet sheet;
    private float y;

    private InvoicePages(InvoiceDocument document, PDDocument pdf, PdfSheet sheet, InvoiceWording words) {
        this.document = document;
        this.words = words;
        this.pdf = pdf;
        this.sheet = sheet;
    }

    /** Draws all pages into an empty PDF. */
    static void draw(InvoiceDocument document, PDDocument pdf) throws IOException {
        InvoiceWording words = new InvoiceWording(document);
        try (PdfSheet sheet = new PdfSheet(pdf, words.texts().locale())) {
            new InvoicePages(document, pdf, sheet, words).draw();
        }
    }

    private void draw() throws IOException {
        letterhead();
        parties();
        opening();
        table();
        sums();
        notes();
        transfer();
        feet();
    }

    private void letterhead() throws IOException {
        InvoiceDocument.Seller seller = document.seller();
        String name = PrintedText.line(seller.name());
        Optional<BufferedImage> logo = Logo.of(seller.logo());
        if (logo.isPresent()) {
            draw(logo.get());
        } else {
            List<String> lines = sheet.wrap(Ink.SECTION, name, BUYER_WIDTH, 2);
            lines(Ink.SECTION, lines, LEFT, TOP + Ink.SECTION.size());
        }
        float at = TOP + Ink.DETAIL.size();
        if (logo.isPresent()) {
            at = lines(Ink.SELLER, sheet.wrap(Ink.SELLER, name, RIGHT - SIDE, 2), SIDE, at);
        }
        List<String> block = new ArrayList<>(address(Ink.DETAIL, seller.address(), RIGHT - SIDE));
        country(block, seller.country());
        addUnlessEmpty(block, words.taxId(seller.taxId()));
        addUnlessEmpty(block, seller.email() == null ? "" : PrintedText.line(seller.email()));
        y = wrapped(Ink.DETAIL, block, SIDE, at, RIGHT - SIDE);
    }

    private void draw(BufferedImage logo) throws IOException {
        float scale = Math.min(LOGO_WIDTH / logo.getWidth(), LOGO_HEIGHT / logo.getHeight());
        sheet.image(
                LosslessFactory.createFromImage(pdf, logo),
                LEFT,
                TOP,
                logo.getWidth() * scale,
                logo.getHeight() * scale);
    }

    private void parties() throws IOException {
        float top = Math.max(BUYER_TOP, y + 18);
        InvoiceDocument.Buyer buyer = document.buyer();
        List<String> company = sheet.wrap(Ink.NAME, PrintedText.line(buyer.company()), BUYER_WIDTH, MOST_NAME_LINES);
        float left = lines(Ink.NAME, company, LEFT, top);
        List<String> block = new ArrayList<>(address(Ink.BODY, buyer.address(), BUYER_WIDTH));
        country(block, buyer.country());
        addUnlessEmpty(block, words.taxId(buyer.taxId()));
        left = wrapped(Ink.BODY, block, LEFT, left, BUYER_WIDTH);
        y = Math.max(left, facts(words.facts(), top));
    }

    private float facts(List<Fact> facts, float top) throws IOException {
        float at = top;
        for (Fact fact : facts) {
            sheet.text(Ink.LABEL, fact.label(), SIDE, at);
            for (String line : sheet.wrap(Ink.BODY, fact.value(), (RIGHT - SIDE) * 0.62f, 2)) {
                sheet.textTo(Ink.BODY, line, RIGHT, at);
                at += Ink.BODY.leading() + 1.5f;
            }
        }
        return at;
    }

    private void opening() throws IOException {
        y += 30;
        y = lines(Ink.TITLE, sheet.wrap(Ink.TITLE, words.title(), RIGHT - LEFT, 2), LEFT, y);
        y -= 5;
        if (!words.correction().isEmpty()) {
            y = lines(Ink.SUBTITLE, sheet.wrap(Ink.SUBTITLE, words.correction(), RIGHT - LEFT, 2), LEFT, y) + 3;
        }
        y = lines(Ink.STATEMENT, sheet.wrap(Ink.STATEMENT, words.statement(), RIGHT - LEFT, 2), LEFT, y);
        y += 12;
    }

    private void table() throws IOException {
        tableHead();
        Iterator<Row> rows = words.rows().iterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> name = sheet.wrap(Ink.BODY, row.name(), NAME_WIDTH, MOST_ROW_LINES);
            List<String> details = sheet.wrap(Ink.DETAIL, row.detail(), NAME_WIDTH, 2);
            float height = name.size() * Ink.BODY.leading() + details.size() * Ink.DETAIL.leading() + 2 * CELL_PADDING;
            float together = rows.hasNext() ? height : height + sumsHeight(); // no page of sums alone
            if (y + together > BOTTOM) {
                continued();
                tableHead();
            }
            row(row, name, details);
        }
    }

    private float sumsHeight() {
        return (words.sums().size() + 3) * SUM_STEP;
    }

    private void tableHead() throws IOException {
        List<String> columns = words.columns();
        float baseline = y + Ink.DETAIL.size();
        sheet.text(Ink.DETAIL, columns.get(0), LEFT, baseline);
        sheet.textTo(Ink.DETAIL, columns.get(1), QUANTITY_END, baseline);
        sheet.textTo(Ink.DETAIL, columns.get(2), UNIT_END, baseline);
        sheet.textTo(Ink.DETAIL, columns.get(3), TAX_END, baseline);
        sheet.textTo(Ink.DETAIL, columns.get(4), RIGHT, baseline);
        y = baseline + 6;
        sheet.rule(Ink.Tone.RULE, RULE, LEFT, RIGHT, y);
    }

    private void row(Row row, List<String> name, List<String> details) throws IOException {
        float baseline = y + CELL_PADDING + Ink.BODY.size();
        sheet.textTo(Ink.BODY, row.quantity(), QUANTITY_END, baseline);
        sheet.textTo(Ink.BODY, row.unit(), UNIT_END, baseline);
        sheet.textTo(Ink.BODY, row.tax(), TAX_END, baseline);
        sheet.textTo(Ink.BODY, row.amount(), RIGHT, baseline);
        float at = lines(Ink.BODY, name, LEFT, baseline);
        at = lines(Ink.DETAIL, details, LEFT, at - 0.5f);
        y = at - Ink.BODY.size() + CELL_PADDING;
        sheet.rule(Ink.Tone.HAIRLINE, HAIRLINE, LEFT, RIGHT, y);
    }

    private void sums() throws IOException {
        List<Sum> sums = words.sums();
        room(sumsHeight());
        y += 8;
        for (Sum sum : sums) {
            Ink ink = sum.strong() ? Ink.DUE : Ink.BODY;
            if (sum.strong()) {
                y += 6;
                sheet.rule(Ink.Tone.RULE, RULE, SUMS, RIGHT, y);
                y += 3;
            }
            float baseline = y + SUM_STEP - 4;
            sheet.textTo(ink, sum.value(), RIGHT, baseline);
            Ink label = sum.strong() ? Ink.DUE : Ink.SECONDARY;
            float next = lines(label, sheet.wrap(label, sum.label(), SUM_LABEL_WIDTH), SUMS, baseline);
            y = next - label.leading() + 4;
        }
        y += 12;
    }

    private void notes() throws IOException {
        y += 14;
        for (String note : words.notes()) {
            List<String> lines = sheet.wrap(Ink.DETAIL, note, RIGHT - LEFT);
            room(lines.size() * Ink.DETAIL.leading());
            y = lines(Ink.DETAIL, lines, LEFT, y);
        }
    }

    private void transfer() throws IOException {
        List<Fact> facts = words.transfer();
        if (facts.isEmpty()) {
            return;
        }
        room(CODE_SIDE + 34);
        y += 8;
        sheet.rule(Ink.Tone.HAIRLINE, HAIRLINE, LEFT, RIGHT, y);
        float top = y + 12;
        Optional<TransferCode> code = TransferCode.of(document);
        if (code.isPresent()) {
            sheet.squares(code.get().squares(), RIGHT - CODE_SIDE, top, CODE_SIDE);
            sheet.textTo(Ink.DETAIL, words.texts().text("transfer.code"), RIGHT, top + CODE_SIDE + 13);
        }
        float at = lines(Ink.SECTION, List.of(words.texts().text("transfer.title")), LEFT, top + Ink.SECTION.size());
        at += 5;
        for (Fact fact : facts) {
            sheet.text(Ink.LABEL, fact.label(), LEFT, at);
            List<String> value = sheet.wrap(Ink.BODY, fact.value(), RIGHT - CODE_SIDE - 20 - TRANSFER_VALUE, 2);
            at = lines(Ink.BODY, value, TRANSFER_VALUE, at) + 1.5f;
        }
        y = Math.max(at, top + CODE_SIDE + 20);
    }

    private void feet() throws IOException {
        int pages = sheet.pages();
        for (int page = 0; page < pages; page++) {
            sheet.returnTo(page);
            String number = words.texts()
                    .text("page.number", Map.of("page", String.valueOf(page + 1), "pages", String.valueOf(pages)));
            sheet.rule(Ink.Tone.HAIRLINE, HAIRLINE, LEFT, RIGHT, FOOT - 14);
            sheet.textTo(Ink.DETAIL, number, RIGHT, FOOT);
            String left = PrintedText.line(document.seller().name()) + " \u00b7 " + words.title();
            sheet.text(
                    Ink.DETAIL,
                    sheet.wrap(Ink.DETAIL, left, RIGHT - LEFT - 90, 1).get(0),
                    LEFT,
                    FOOT);
        }
    }

    private void room(float height) throws IOException {
        if (y + height > BOTTOM) {
            continued();
        }
    }

    private void continued() throws IOException {
        sheet.turn();
        String title = words.texts().text("page.continued", Map.of("title", words.title()));
        y = lines(Ink.SUBTITLE, sheet.wrap(Ink.SUBTITLE, title, RIGHT - LEFT, 1), LEFT, TOP + Ink.SUBTITLE.size());
        y += 8;
    }

    private float lines(Ink ink, List<String> lines, float x, float first) throws IOException {
        float at = first;
        for (String line : lines) {
            sheet.text(ink, line, x, at);
            at += ink.leading();
        }
        return at;
    }

    private float wrapped(Ink ink, List<String> block, float x, float first, float width) throws IOException {
        float at = first;
        for (String line : block) {
            at = lines(ink, sheet.wrap(ink, line, width, 2), x, at);
        }
        return at;
    }

    private List<String> address(Ink ink, String typed, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : PostalAddress.printedLines(typed)) {
            lines.addAll(sheet.wrap(ink, PrintedText.line(line), width));
        }
        return PdfSheet.cut(lines, MOST_ADDRESS_LINES);
    }

    // The post within a country needs no name of it.
    private void country(List<String> block, String code) {
        if (!document.seller().country().equals(document.buyer().country())) {
            addUnlessEmpty(block, words.country(code));
        }
    }

    private static void addUnlessEmpty(List<String> block, String line) {
        if (!line.isEmpty()) {
            block.add(line);
        }
    }
}
