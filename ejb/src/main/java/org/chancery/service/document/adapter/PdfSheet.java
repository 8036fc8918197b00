package org.chancery.service.document.adapter;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Pages of A4 on which text, lines and pictures are put at a distance from the left and from the top, in points. Text is
 * drawn letter by letter: nothing in it can be an instruction.
 */
final class PdfSheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private static final String MORE = "\u2026";

    private final PDDocument document;
    private final PdfFonts fonts;
    private final Locale locale;
    private PDPageContentStream content;

    PdfSheet(PDDocument document, Locale locale) throws IOException {
        this.document = document;
        this.fonts = new PdfFonts(document);
        this.locale = locale;
        this.content = firstContent();
    }

    /** The next page; what follows is drawn there. */
    void turn() throws IOException {
        content.close();
        content = firstContent();
    }

    /** Back to a page that is drawn already, to add to it. */
    void returnTo(int page) throws IOException {
        content.close();
        content = new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true, true);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    private PDPageContentStream firstContent() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    /** One line that starts at {@code x}. */
    void text(Ink ink, String line, float x, float baseline) throws IOException {
        float at = x;
        content.setNonStrokingColor(ink.tone().red, ink.tone().green, ink.tone().blue);
        for (PdfFonts.Run run : fonts.runs(ink, line)) {
            content.beginText();
            content.setFont(run.font(), ink.size());
            content.newLineAtOffset(at, HEIGHT - baseline);
            content.showText(run.text());
            content.endText();
            at += run.font().getStringWidth(run.text()) / 1000f * ink.size();
        }
    }

    /** One line that ends at {@code right}. */
    void textTo(Ink ink, String line, float right, float baseline) throws IOException {
        text(ink, line, right - fonts.width(ink, line), baseline);
    }

    /** The lines into which a text falls; a word that is wider than all breaks anywhere. */
    List<String> wrap(Ink ink, String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = text.substring(start, end);
            if (!line.isEmpty() && !fits(ink, line + word, width)) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
            while (!fits(ink, line.toString(), width)) {
                int most = longest(ink, line.toString(), width);
                lines.add(line.substring(0, most));
                line.delete(0, most);
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** At most so many lines; where more are cut off, the last one says so. */
    List<String> wrap(Ink ink, String text, float width, int most) throws IOException {
        return cut(wrap(ink, text, width), most);
    }

    static List<String> cut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(lines.get(most - 1) + MORE);
        return kept;
    }

    private boolean fits(Ink ink, String text, float width) throws IOException {
        return fonts.width(ink, text.stripTrailing()) <= width;
    }

    // At least one letter, so that it ends even in a column narrower than a letter.
    private int longest(Ink ink, String text, float width) throws IOException {
        int most = text.offsetByCodePoints(0, 1);
        while (most < text.length()) {
            int next = text.offsetByCodePoints(most, 1);
            if (!fits(ink, text.substring(0, next), width)) {
                break;
            }
            most = next;
        }
        return most;
    }

    void rule(Ink.Tone tone, float thickness, float from, float to, float y) throws IOException {
        content.setStrokingColor(tone.red, tone.green, tone.blue);
        content.setLineWidth(thickness);
        content.moveTo(from, HEIGHT - y);
        content.lineTo(to, HEIGHT - y);
        content.stroke();
    }

    /** Dark squares, drawn as one shape so that no seams show between them. */
    void squares(boolean[][] dark, float x, float y, float side) throws IOException {
        float unit = side / dark.length;
        Ink.Tone tone = Ink.Tone.TEXT;
        content.setNonStrokingColor(tone.red, tone.green, tone.blue);
        for (int row = 0; row < dark.length; row++) {
            for (int column = 0; column < dark.length; column++) {
                if (dark[row][column]) {
                    content.addRect(x + column * unit, HEIGHT - y - (row + 1) * unit, unit, unit);
                }
            }
        }
        content.fill();
    }

    void image(PDImageXObject image, float x, float y, float width, float height) throws IOException {
        content.drawImage(image, x, HEIGHT - y - height, width, height);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
