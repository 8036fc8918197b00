package org.chancery.service.document.domain;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.chancery.service.document.InvoiceDocument;
import org.jspecify.annotations.Nullable;

/**
 * The QR code that a banking app reads to fill in a SEPA transfer: EPC069-12, in German "GiroCode".
 *
 * @param text what the code says
 */
public record TransferCode(String text) {

    private static final String SEPA_CURRENCY = "EUR";
    private static final long MOST = 99_999_999_999L; // 999,999,999.99
    private static final int MAX_NAME = 70;
    private static final int MAX_REMITTANCE = 140;
    private static final int LARGEST_VERSION = 13; // as the guideline says

    /** Empty unless something is due in euros by transfer to a known account. */
    public static Optional<TransferCode> of(InvoiceDocument document) {
        String iban = document.seller().iban();
        long due = document.totals().amountDue();
        boolean euros = document.conventions().currency().getCurrencyCode().equals(SEPA_CURRENCY);
        if (iban == null || !euros || !document.isDueByTransfer() || due > MOST) {
            return Optional.empty();
        }
        return Optional.of(new TransferCode(payload(document, iban, due)));
    }

    /** The code; true is dark. The four free squares around it are not part of it. */
    public boolean[][] squares() {
        QrCode code = QrCode.encodeSegments(
                List.of(QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8))),
                QrCode.Ecc.MEDIUM,
                QrCode.MIN_VERSION,
                LARGEST_VERSION,
                -1,
                false);
        boolean[][] squares = new boolean[code.size][code.size];
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                squares[row][column] = code.getModule(column, row);
            }
        }
        return squares;
    }

    private static String payload(InvoiceDocument document, String iban, long due) {
        String amount =
                MoneyText.decimal(due, document.conventions().currency()).toPlainString();
        return String.join(
                "\n",
                "BCD",
                "002",
                "1", // UTF-8
                "SCT",
                field(document.seller().bic(), MAX_NAME),
                field(document.seller().name(), MAX_NAME),
                iban,
                SEPA_CURRENCY + amount,
                "", // purpose
                "", // structured reference
                field(document.heading().number(), MAX_REMITTANCE));
    }

    private static String field(@Nullable String text, int most) {
        String line = text == null ? "" : PrintedText.line(text);
        int characters = line.codePointCount(0, line.length());
        return characters <= most ? line : line.substring(0, line.offsetByCodePoints(0, most));
    }
}
