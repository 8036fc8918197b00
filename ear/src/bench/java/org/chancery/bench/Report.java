package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run came to, as Markdown: one table, the ratios, and each window for itself, because windows tell of noise.
 *
 * @param bare what checks are measured beside, each with a ratio of its own
 */
record Report(BenchSettings settings, Series checks, List<Series> bare, List<Series> others) {

    /** Checks for each bare row: the share of the least possible work that is left after ours. */
    private String ratioTo(Series least) {
        return String.format(
                Locale.ROOT,
                "Ratio of checks to %s: %.2f",
                least.name(),
                checks.whole().perSecond() / least.whole().perSecond());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Load bench");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%d requests under way over %d connections, %d windows of %d s for each of the first three, in turns;"
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
        Stream.concat(inTurns(), others.stream()).forEach(series -> lines.add(series.row()));
        lines.add("");
        bare.forEach(least -> lines.add(ratioTo(least)));
        lines.add("");
        inTurns().forEach(series -> lines.add("Each window, " + series.name() + ": " + rates(series)));
        return String.join("\n", lines) + "\n";
    }

    private static String rates(Series series) {
        return series.windows().stream()
                .map(window -> String.format(Locale.ROOT, "%,.0f", window.perSecond()))
                .collect(Collectors.joining("; "));
    }

    private Stream<Series> inTurns() {
        return Stream.concat(Stream.of(checks), bare.stream());
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
