package org.chancery.web.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A sheet of comma-separated values, RFC 4180. Texts come from people: none of them is ever a formula for the spreadsheet
 * that opens it. Numbers are ours and written as they are.
 */
public final class CsvSheet {

    public static final String MEDIA_TYPE = "text/csv";

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    public CsvSheet(String... header) {
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row((Object[]) header);
    }

    /** @param cells numbers, or anything else by its text */
    public void row(Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvSheet::harmless).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a builder of strings never fails
        }
    }

    private static Object harmless(Object cell) {
        if (cell instanceof Number) {
            return cell;
        }
        String shown = cell.toString();
        return !shown.isEmpty() && STARTS_A_FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
    }

    /** The whole sheet with CRLF line ends. */
    @Override
    public String toString() {
        return text.toString();
    }
}
