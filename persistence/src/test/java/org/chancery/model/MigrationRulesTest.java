package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An old and a new node run side by side during an upgrade, so a script only adds what the old one does not mind. What takes
 * away says which release stopped using it.
 */
class MigrationRulesTest {

    /** The last script of the first schema: nothing was released before it. */
    private static final String FIRST_SCHEMA = "V202611261701";

    private static final Path SCRIPTS = Path.of("src", "main", "resources", "db");

    private static final Pattern TAKES_AWAY = Pattern.compile("\\bdrop\\s+(table|column|constraint)\\b"
            + "|\\brename\\b|\\balter\\s+column\\b|\\bset\\s+not\\s+null\\b"
            + "|\\badd\\s+(column\\s+)?(if\\s+not\\s+exists\\s+)?\\w+\\s+(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b"
            + "|\\badd\\s+(constraint\\s+\\w+\\s+)?(check|unique|foreign\\s+key|primary\\s+key)\\b");

    private static final Pattern REASON = Pattern.compile("(?m)^-- contract: unused since \\d+\\.\\d+");

    @Test
    void scripts_only_add_or_say_why_nobody_misses_what_they_take_away() throws IOException {
        try (Stream<Path> scripts = Files.walk(SCRIPTS)) {
            List<Path> breaking = scripts.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> file.getFileName().toString().compareTo(FIRST_SCHEMA + "~") > 0)
                    .filter(file -> breaksAnOldNode(read(file)))
                    .toList();
            assertThat(breaking).isEmpty();
        }
    }

    @Test
    void what_adds_is_told_from_what_takes_away() {
        assertThat(List.of(
                        "create table a (id uuid primary key, b varchar(9) not null);",
                        "alter table a add column c varchar(9);",
                        "alter table a add column c bigint default 0 not null;",
                        "alter table a add column c bigint not null default 0;",
                        "create unique index a_idx on a (c);",
                        "-- contract: unused since 1.4\nalter table a drop column b;"))
                .noneMatch(MigrationRulesTest::breaksAnOldNode);
        assertThat(List.of(
                        "alter table a drop column b;",
                        "DROP TABLE a;",
                        "alter table a rename to b;",
                        "alter table a alter column b set data type varchar(20);",
                        "alter table a add column c bigint not null;",
                        "alter table a add column c bigint default 0 not null, add d uuid not null;",
                        "alter table a add constraint a_b check (b > 0);"))
                .allMatch(MigrationRulesTest::breaksAnOldNode);
    }

    private static boolean breaksAnOldNode(String script) {
        return TAKES_AWAY.matcher(script.toLowerCase(Locale.ROOT)).find()
                && !REASON.matcher(script).find();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
