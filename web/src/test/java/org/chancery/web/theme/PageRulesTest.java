package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** What no page may contain: what our content security policy breaks, what lets markup through, and bare words. */
class PageRulesTest {
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** Attributes that people read; of the value attribute only where it is a caption. */
    private static final Set<String> READ = Set.of(
            "title",
            "alt",
            "aria-label",
            "ariaLabel",
            "placeholder",
            "header",
            "headerText",
            "footerText",
            "emptyMessage",
            "requiredMessage",
            "validatorMessage",
            "converterMessage",
            "itemLabel",
            "text",
            "hint");

    private static final Set<String> CAPTIONED =
            Set.of("commandButton", "linkButton", "button", "outputLabel", "outputText", "link", "commandLink");

    static List<Path> pages() {
        return Sources.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_keeps_the_rules(Path page) {
        assertThat(offences(Sources.read(page))).isEmpty();
    }

    static Stream<String> offenders() {
        return Stream.of(
                "<p>Hello</p>",
                "<p>#{msg['a.b']} or</p>",
                "<h:outputText value=\"#{x}\" escape=\"false\"/>",
                "<h:outputText value=\"Total\"/>",
                "<f:ajax/>",
                "<h:commandLink action=\"#{x.y}\"/>",
                "<script>x()</script>",
                "<h:outputScript>x()</h:outputScript>",
                "<style>p{}</style>",
                "<a href=\"#\" onclick=\"x()\">#{x}</a>",
                "<p:commandButton oncomplete=\"x()\"/>",
                "<p:column headerText=\"Date\"/>",
                "<button aria-label=\"Close\"/>");
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void an_offence_is_seen(String markup) {
        assertThat(offences(framed(markup))).isNotEmpty();
    }

    @Test
    void texts_from_the_bundle_and_signs_between_them_are_fine() {
        assertThat(offences(framed("<ui:remove>Why</ui:remove><p title=\"#{msg['a.b']}\">#{msg['a.b']} · #{x}</p>")))
                .isEmpty();
    }

    private static String framed(String markup) {
        return "<div xmlns:h=\"jakarta.faces.html\" xmlns:f=\"jakarta.faces.core\" xmlns:p=\"primefaces\""
                + " xmlns:ui=\"jakarta.faces.facelets\">" + markup + "</div>";
    }

    private static List<String> offences(String page) {
        Rules rules = new Rules();
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(page)), rules);
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
        return rules.offences;
    }

    private static final class Rules extends DefaultHandler {
        private final List<String> offences = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int removed;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            endText();
            if (name.equals("remove")) removed++;
            if (qualified.equals("f:ajax") || qualified.equals("h:commandLink") || qualified.equals("style")) {
                offences.add("<" + qualified + "> breaks under our content security policy");
            }
            if (name.equals("script") || name.equals("outputScript") && attributes.getValue("name") == null) {
                offences.add("inline <" + qualified + ">");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(name, attributes.getLocalName(i), attributes.getValue(i));
            }
        }

        private void attribute(String element, String name, String value) {
            if (name.equals("escape") && value.equals("false")) offences.add("escape=\"false\"");
            if (name.startsWith("on") && !name.equals("once")) offences.add("handler " + name);
            boolean caption = name.equals("value") && CAPTIONED.contains(element);
            if ((READ.contains(name) || caption) && hasWords(value)) offences.add(name + "=\"" + value + "\"");
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            endText();
            if (name.equals("remove")) removed--;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        private void endText() {
            String words = text.toString();
            text.setLength(0);
            if (removed == 0 && hasWords(words)) offences.add("bare words: " + words.strip());
        }

        private static boolean hasWords(String value) {
            return WORD.matcher(EXPRESSION.matcher(value).replaceAll("")).find();
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader("")); // no page needs a DTD
        }
    }
}
