package org.chancery.web.theme;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The pages, sheets and texts as they lie in the module. */
final class Sources {
    static final Path WEBAPP = Path.of("src/main/webapp");
    static final Path HOUSE = WEBAPP.resolve("resources/house");
    static final Path MAPPING = Path.of("src/build/theme/mapping.properties");
    static final Path TEXTS = Path.of("src/main/resources/org/chancery/web/messages.properties");

    private Sources() {}

    static List<Path> pages() {
        try (Stream<Path> all = Files.walk(WEBAPP)) {
            return all.filter(each -> each.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties texts() {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
