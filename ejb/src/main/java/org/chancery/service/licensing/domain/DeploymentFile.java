package org.chancery.service.licensing.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the template of a deployment file. {@code @{name}} stands for a value, quoted as the format wants it; {@code
 * @{=name}} for one of ours that needs no quotes anywhere: the license's id, a part of it, an address of the server.
 */
public final class DeploymentFile {

    private static final String FOLDER = "/org/chancery/service/licensing/deployment/";
    private static final Pattern BLANK = Pattern.compile("@\\{(=?)(\\w+)}");

    private DeploymentFile() {}

    /** The whole text of the file. */
    public static String of(DeploymentFormat format, DeploymentValues values) {
        Map<String, String> quoted = values.byName();
        Map<String, String> plain = Map.of(
                "license", values.licenseId().toString(),
                "tail", DeploymentValues.tailOf(values.licenseId()),
                "base", values.server(),
                "jar", values.server() + "/downloads/chancery-client.jar");
        Matcher blanks = BLANK.matcher(template(format));
        return blanks.replaceAll(blank -> {
            boolean isPlain = !blank.group(1).isEmpty();
            String value = Objects.requireNonNull((isPlain ? plain : quoted).get(blank.group(2)), blank.group());
            return Matcher.quoteReplacement(isPlain ? value : format.quoted(value));
        });
    }

    private static String template(DeploymentFormat format) {
        try (InputStream in = DeploymentFile.class.getResourceAsStream(FOLDER + format.fileName())) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template of " + format + " can't be read", e);
        }
    }
}
