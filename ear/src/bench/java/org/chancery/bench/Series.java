package org.chancery.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The windows of one case, in the order in which they were open. */
final class Series {

    private final String name;
    private final List<Window> windows = new ArrayList<>();

    Series(String name) {
        this.name = name;
    }

    /** Adds a window and says so, because a run takes minutes. */
    void add(Window window) {
        windows.add(window);
        System.out.printf(
                Locale.ROOT,
                "BENCH %s %s: %,d in %.1f s%n",
                Instant.now(),
                name,
                window.requests(),
                window.length().toMillis() / 1e3);
    }

    String name() {
        return name;
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    Window whole() {
        return windows.stream().reduce(Window.NOTHING, Window::plus);
    }

    /** A row of the report's table. */
    String row() {
        Window whole = whole();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %.1f | %.3f | %,d | %d |",
                name,
                whole.perSecond(),
                whole.percentile(0.50),
                whole.percentile(0.95),
                whole.percentile(0.99),
                whole.driverMillis(),
                whole.requests(),
                whole.errors().size());
    }
}
