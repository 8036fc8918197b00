package org.chancery.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.it.harness.Api;

/**
 * What a page shows to a reader of the pseudo language, in which every text of a bundle stands in brackets. Whatever
 * stands outside of them has to be data: a word of the catalog, of an account or of the vendor, a country, a time zone, a
 * date, an address, a number.
 */
final class Translation {

    /** The language, as a browser asks for it. */
    static final String LANGUAGE = "en-XA";

    private static final Pattern BRACKETED = Pattern.compile("⟦[^⟦⟧]*⟧");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern FORMAL = Pattern.compile(String.join(
            "|",
            "[\\w.+-]+@[\\w.-]+", // a mail address
            "https?://\\S+",
            "[A-Z]+-\\d{6}", // an invoice
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "\\b(EUR|USD)\\b",
            "\\d{1,2} (" + months() + ") \\d{4}",
            "\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z",
            "\\bUTC\\b"));

    // Every text of the document, seen or only heard: nodes, captions, and what a screen reader is told.
    private static final String TEXTS =
            """
            () => {
              const texts = [document.title];
              const all = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
              while (all.nextNode()) {
                const node = all.currentNode;
                if (node.nodeType === Node.TEXT_NODE) {
                  if (!node.parentElement.closest('script, style, code, pre')) texts.push(node.data);
                } else {
                  for (const name of ['title', 'alt', 'aria-label', 'aria-description', 'placeholder'])
                    if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
                  if (node.matches('input[type=submit], input[type=button]')) texts.push(node.value);
                }
              }
              return texts.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }
            """;

    private Translation() {}

    /** Fails on any word outside of a bundle, and on a page that its longer texts make scroll sideways. */
    static void judge(Page page, String name, int[] widths, int height) {
        assertThat(untranslated(page)).as(name + " shows words of no bundle").isEmpty();
        for (int width : widths) {
            page.setViewportSize(width, height);
            Visitor.picture(page, name + "-pseudo-" + width);
            assertThat(Visitor.scrollWidth(page))
                    .as(name + " in a longer language scrolls sideways at " + width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private static Set<String> untranslated(Page page) {
        List<String> data = data();
        Set<String> words = new TreeSet<>();
        for (Object text : (List<?>) page.evaluate(TEXTS)) {
            String rest = withoutBundle(text.toString());
            for (String known : data) {
                rest = rest.replace(known, " ");
            }
            if (WORD.matcher(FORMAL.matcher(rest).replaceAll(" ")).find()) {
                words.add(text.toString());
            }
        }
        return words;
    }

    /** From the inside out: a text may have another one as a value. */
    private static String withoutBundle(String text) {
        String before = text;
        String after = BRACKETED.matcher(text).replaceAll(" ");
        while (!after.equals(before)) {
            before = after;
            after = BRACKETED.matcher(before).replaceAll(" ");
        }
        return after;
    }

    /** What people and the vendor have typed in, and the names of places; the longest first, for some hold others. */
    private static List<String> data() {
        List<String> data = new ArrayList<>();
        collect(Api.operator().get("/api/v1/catalog").json(), Set.of("name", "code", "unit"), data);
        collect(Api.operator().get("/api/v1/settings").json(), Set.of("name", "address", "iban", "bic", "taxId"), data);
        collect(Api.operator().get("/api/v1/accounts?limit=100").json(), Set.of("company", "address"), data);
        Stream.of(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .forEach(data::add);
        data.addAll(java.time.ZoneId.getAvailableZoneIds());
        data.sort(Comparator.comparing(String::length).reversed());
        return data;
    }

    private static void collect(JsonNode node, Set<String> names, List<String> into) {
        node.properties().forEach(field -> {
            if (names.contains(field.getKey()) && field.getValue().isTextual()) {
                into.addAll(Arrays.asList(field.getValue().asText().split("\n")));
            }
        });
        node.forEach(child -> collect(child, names, into));
    }

    private static String months() {
        return String.join("|", DateFormatSymbols.getInstance(Locale.ENGLISH).getShortMonths()) + "|"
                + String.join("|", DateFormatSymbols.getInstance(Locale.ENGLISH).getMonths());
    }
}
