package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run came to, as Markdown: one table, the ratio, and each window for itself, because windows tell of noise. */
record Report(BenchSettings settings, Series checks, Series bare, List<Series> others) {

    /** Checks for each bare row: the share of the least possible work that is left after ours. */
    double ratio() {
        return checks.whole().perSecond() / bare.whole().perSecond();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Load bench");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%d requests under way over %d connections, %d windows of %d s for each of the first two, in turns;"
                        + " %d s of warm-up; %d processors for driver, server and database; Java %s.",
                settings.threads(),
                settings.threads() * settings.connections(),
                settings.rounds(),
                settings.window().toSeconds(),
                settings.warmUp().toSeconds(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version")));
        lines.add("");
        lines.add("| case | requests/s | p50 ms | p95 ms | p99 ms | driver, ms each | requests | errors |");
        lines.add("|---|---|---|---|---|---|---|---|");
        all().forEach(series -> lines.add(series.row()));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Ratio of checks to bare rows: %.2f", ratio()));
        lines.add("");
        List.of(checks, bare).forEach(series -> lines.add("Each window, " + series.name() + ": " + rates(series)));
        return String.join("\n", lines) + "\n";
    }

    private static String rates(Series series) {
        return series.windows().stream()
                .map(window -> String.format(Locale.ROOT, "%,.0f", window.perSecond()))
                .collect(Collectors.joining("; "));
    }

    private List<Series> all() {
        List<Series> all = new ArrayList<>(List.of(checks, bare));
        all.addAll(others);
        return all;
    }

    void writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
