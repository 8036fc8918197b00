package org.chancery.it.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of the table that the web module keeps: a page or an endpoint and what every actor gets there.
 *
 * @param method of HTTP, or PAGE
 * @param kind tells rows of one address apart, mostly empty
 * @param cells one for each {@link Actor}
 * @param audit the action that each success leaves in the audit trail, or a word that is none
 */
public record Row(String method, String path, String kind, List<String> cells, String audit) {

    private static final Path TABLE = Path.of("../web/src/test/resources/org/chancery/web/authorisation.csv");
    private static final int FIRST_ACTOR = 3;

    public static List<Row> all() {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> of(List.of(line.split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row of(List<String> parts) {
        int end = FIRST_ACTOR + Actor.values().length;
        return new Row(parts.get(0), parts.get(1), parts.get(2), parts.subList(FIRST_ACTOR, end), parts.get(end));
    }

    public String cell(Actor actor) {
        return cells.get(actor.ordinal());
    }

    public boolean isPage() {
        return method.equals("PAGE");
    }

    public boolean isApi() {
        return path.startsWith("/api/");
    }

    public boolean isAudited() {
        return audit.contains(".");
    }

    /** What the table calls it. */
    public String key() {
        return method + " " + path + (kind.isEmpty() ? "" : " (" + kind + ")");
    }
}
