package org.chancery.client.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.client.CertificateReport;
import org.chancery.client.Report;
import org.chancery.client.ReportSource;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The report of software that can't call the client: {@code {"usage":{...},"certificates":[...]}}, read before each check. */
record ReportFile(Path file) implements ReportSource {

    @Override
    public Report report() {
        try {
            JsonObject json = JsonObject.parse(Files.readAllBytes(file));
            return new Report(usage(json), certificates(json));
        } catch (NoSuchFileException e) {
            return Report.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> usage(JsonObject json) {
        Map<String, Long> usage = new LinkedHashMap<>();
        JsonObject written = json.optionalObject("usage");
        if (written != null) {
            written.names().forEach(code -> usage.put(code, written.number(code)));
        }
        return usage;
    }

    private static List<CertificateReport> certificates(JsonObject json) {
        return json.objects("certificates").stream()
                .map(one -> new CertificateReport(
                        one.text("domain"),
                        one.text("state"),
                        one.optionalText("issuer"),
                        instant(one.optionalText("notBefore")),
                        instant(one.optionalText("notAfter")),
                        one.optionalText("lastError")))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
