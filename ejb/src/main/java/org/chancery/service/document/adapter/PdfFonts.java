package org.chancery.service.document.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one PDF, of which only the letters that are used get embedded: Inter, and for letters of East Asia a
 * second font that is read only when one occurs. A letter that neither has is drawn as an empty box.
 */
final class PdfFonts {

    private static final byte[] REGULAR = read("Inter-Regular.ttf");
    private static final byte[] STRONG = read("Inter-SemiBold.ttf");
    private static final String FALLBACK = "DroidSansFallback.ttf"; // 3.4 MB: not kept
    private static final int BOX = 0x25A1;
    private static final float EM = 1000f;

    private final PDDocument document;
    private final Face regular;
    private final Face strong;
    private @Nullable Face fallback;

    PdfFonts(PDDocument document) throws IOException {
        this.document = document;
        this.regular = face(REGULAR);
        this.strong = face(STRONG);
    }

    /** Letters in a row that one font has. */
    record Run(PDType0Font font, String text) {}

    private record Face(PDType0Font font, CmapLookup letters) {
        boolean has(int letter) {
            return letters.getGlyphId(letter) != 0;
        }
    }

    List<Run> runs(Ink ink, String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        Face current = null;
        for (int letter : text.codePoints().toArray()) {
            Face face = faceOf(ink, letter);
            if (current != null && face != current) {
                runs.add(new Run(current.font(), same.toString()));
                same.setLength(0);
            }
            current = face;
            same.appendCodePoint(face.has(letter) ? letter : BOX);
        }
        if (current != null) {
            runs.add(new Run(current.font(), same.toString()));
        }
        return runs;
    }

    float width(Ink ink, String text) throws IOException {
        float width = 0;
        for (Run run : runs(ink, text)) {
            width += run.font().getStringWidth(run.text());
        }
        return width / EM * ink.size();
    }

    private Face faceOf(Ink ink, int letter) throws IOException {
        Face wanted = ink.strong() ? strong : regular;
        if (wanted.has(letter)) {
            return wanted;
        }
        if (fallback == null) {
            fallback = face(read(FALLBACK));
        }
        return fallback.has(letter) ? fallback : wanted;
    }

    private Face face(byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    private static byte[] read(String name) {
        try (InputStream file = PdfFonts.class.getResourceAsStream("/org/chancery/service/document/fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The font " + name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
