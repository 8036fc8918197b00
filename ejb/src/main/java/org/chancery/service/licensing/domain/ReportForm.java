package org.chancery.service.licensing.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.model.licensing.CertificateReport;
import org.chancery.model.licensing.CertificateReports;
import org.chancery.model.licensing.Usage;
import org.chancery.service.licensing.CheckInstance.Certificate;
import org.chancery.service.licensing.PresentedSecret;
import org.jspecify.annotations.Nullable;

/** Reads what an instance reports of itself; faults are collected by the message's form. */
public final class ReportForm {

    private static final int MOST_CERTIFICATES = 256;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_KEY_SHOWN = 64;

    private final MessageForm form;

    public ReportForm(MessageForm form) {
        this.form = form;
    }

    /**
     * How much is used of each limit: at most {@value Usage#MOST_CODES} codes, amounts from 0. A code need not be granted.
     *
     * @return null when nothing was said or something is wrong
     */
    public @Nullable Usage usage(String field, @Nullable Map<String, @Nullable Long> amounts) {
        if (amounts == null) {
            return null;
        }
        if (amounts.size() > Usage.MOST_CODES) {
            form.wrong(field, "range", "Takes at most " + Usage.MOST_CODES + " codes");
            return null;
        }
        Map<String, Long> good = new HashMap<>();
        amounts.forEach((code, amount) ->
                amount(field + "." + shown(code), code, amount).ifPresent(known -> good.put(code, known)));
        return good.size() == amounts.size() ? Usage.of(good) : null;
    }

    private Optional<Long> amount(String field, String code, @Nullable Long amount) {
        if (!Usage.isCode(code)) {
            form.wrong(field, "form", "Takes the code of a limit");
        } else if (amount == null) {
            form.wrong(field, "required", "Is required");
        } else if (amount < 0 || amount > Usage.MOST) {
            form.wrong(field, "range", "Takes 0 to " + Usage.MOST);
        } else {
            return Optional.of(amount);
        }
        return Optional.empty();
    }

    private static String shown(String key) {
        return key.length() <= LONGEST_KEY_SHOWN ? key : key.substring(0, LONGEST_KEY_SHOWN);
    }

    /**
     * What is known of each certificate: at most {@value #MOST_CERTIFICATES}, one for a domain.
     *
     * @return null when nothing was said or something is wrong
     */
    public @Nullable CertificateReports certificates(String field, @Nullable List<@Nullable Certificate> certificates) {
        if (certificates == null) {
            return null;
        }
        if (certificates.size() > MOST_CERTIFICATES) {
            form.wrong(field, "range", "Takes at most " + MOST_CERTIFICATES + " certificates");
            return null;
        }
        SortedMap<String, CertificateReport> byDomain = new TreeMap<>();
        for (int i = 0; i < certificates.size(); i++) {
            add(field + "[" + i + "]", certificates.get(i), byDomain);
        }
        return new CertificateReports(byDomain, PresentedSecret.sha256Of(byDomain.toString()));
    }

    private void add(String field, @Nullable Certificate said, Map<String, CertificateReport> byDomain) {
        if (said == null) {
            form.wrong(field, "required", "Is required");
            return;
        }
        String domain = form.name(field + ".domain", said.domain(), LONGEST_DOMAIN);
        CertificateReport report = new CertificateReport(
                form.name(field + ".state", said.state()),
                cut(said.issuer()),
                said.notBefore(),
                said.notAfter(),
                cut(said.lastError()));
        if (byDomain.put(domain, report) != null && !domain.isEmpty()) {
            form.wrong(field + ".domain", "duplicate", "Is there already");
        }
    }

    /**
     * What others wrote, an authority's name or an error, is cut and never refused: no instance is to stop because
     * somebody answered it at length.
     */
    private static @Nullable String cut(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(codePoint -> MessageForm.isPrintable(codePoint) ? codePoint : ' ')
                .limit(CertificateReport.LONGEST_TEXT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
