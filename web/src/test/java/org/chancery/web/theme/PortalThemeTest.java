package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that makes the theme, run as the build runs it. */
class PortalThemeTest {
    private static final String STOCK = "\uFEFF:root{--a:#123456}body .a{color:#fff;background:#fff;border-radius:4px}"
            + "body .b{font-family:-apple-system,BlinkMacSystemFont,sans-serif;content:\"\uE902\"}"
            + "body .c{border:1px solid rgb(12.7384, 136.9, 235.6)}#fff{margin:4px}";

    @Test
    void colours_radius_and_font_become_tokens(@TempDir Path folder) throws Exception {
        assertThat(made(folder, STOCK)).isEmpty();
        assertThat(Files.readString(folder.resolve("out/theme.css")))
                .startsWith("/*!")
                .contains("The MIT License", "PrimeTek")
                .contains("body .a{color:var(--on-accent);background:var(--surface);border-radius:var(--radius)}")
                .contains("body .b{font-family:var(--font);content:\"\\00e902\"}")
                .contains("body .c{border:1px solid var(--accent-hover)}#fff{margin:4px}")
                .doesNotContain(":root", "\uFEFF");
    }

    @Test
    void a_colour_that_is_not_mapped_stops_the_build_and_is_named(@TempDir Path folder) throws Exception {
        assertThat(made(folder, STOCK + "a{color:#bada55}b{background:linear-gradient(hotpink,white)}"))
                .contains("text.#bada55", "back.white");
        assertThat(folder.resolve("out/theme.css")).doesNotExist();
    }

    /** What it complains about, empty when it succeeds. */
    private static String made(Path folder, String stock) throws IOException, InterruptedException {
        Path sheet = Files.writeString(folder.resolve("stock.css"), stock);
        Process run = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "src/build/java/PortalTheme.java",
                        sheet.toString(),
                        Sources.MAPPING.toString(),
                        folder.resolve("out/theme.css").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return run.waitFor() == 0 ? "" : said;
    }
}
