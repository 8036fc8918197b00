package org.chancery.service.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.model.notification.Mail;

/**
 * Writes mails from the bundle {@code mails}: {@code <template>.subject} and {@code <template>.text}, where paragraphs
 * are parted by blank lines and {@code {name}} stands for a value. The HTML is made from the same words: a paragraph that
 * is {@code {link}} alone becomes a link, one that starts with {@code > } is set large (a code), all else is text.
 */
final class MailTexts {

    static final String BUNDLE = "org.chancery.service.notification.mails";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String LARGE = "> ";
    private static final int MAX_SUBJECT = 200;

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1a1d21;background:#ffffff">
            <div style="max-width:560px">
            """;

    private static final String FOOT = "</div>\n</body></html>\n";

    private MailTexts() {}

    static Mail write(MailOrder order) {
        ResourceBundle bundle = bundle(Locale.forLanguageTag(order.language()));
        String subject = fill(bundle.getString(order.template() + ".subject"), order.values());
        String[] paragraphs =
                bundle.getString(order.template() + ".text").strip().split("\\n\\s*\\n");
        String text = Arrays.stream(paragraphs)
                .map(p -> fill(p.startsWith(LARGE) ? p.substring(LARGE.length()) : p, order.values()))
                .collect(Collectors.joining("\n\n", "", "\n"));
        String html = Arrays.stream(paragraphs)
                .map(p -> paragraph(p, order.values()))
                .collect(Collectors.joining("\n", HEAD.formatted(languageOf(bundle), escaped(subject)), "\n" + FOOT));
        return new Mail(order.to(), oneLine(subject), text, html);
    }

    private static String paragraph(String template, Map<String, String> values) {
        if (template.strip().equals("{link}")) {
            String link = escaped(fill(template.strip(), values));
            return "<p><a href=\"" + link + "\">" + link + "</a></p>";
        }
        if (template.startsWith(LARGE)) {
            String text = escaped(fill(template.substring(LARGE.length()), values));
            return "<p style=\"font:28px/1.5 monospace;letter-spacing:2px\">" + text + "</p>";
        }
        return "<p>" + escaped(fill(template, values)).replace("\n", "<br>\n") + "</p>";
    }

    private static String fill(String template, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        return matcher.replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    // A company's name may stand in a subject; a line break in it must never start a header of its own.
    private static String oneLine(String subject) {
        String line = subject.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() <= MAX_SUBJECT ? line : line.substring(0, MAX_SUBJECT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                MailTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String languageOf(ResourceBundle bundle) {
        String tag = bundle.getLocale().toLanguageTag();
        return tag.equals("und") ? "en" : tag;
    }
}
