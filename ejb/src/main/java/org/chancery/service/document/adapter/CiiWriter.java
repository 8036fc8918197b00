package org.chancery.service.document.adapter;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chancery.service.document.domain.PrintedText;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements of Cross Industry Invoice by their prefixed names, {@code ram:ID}. Whatever is text gets escaped; what is
 * absent or empty is left out, for the standard refuses empty elements.
 */
final class CiiWriter {

    private static final String UN = "urn:un:unece:uncefact:data:standard:";
    private static final Map<String, String> NAMESPACES = Map.of(
            "rsm", UN + "CrossIndustryInvoice:100",
            "ram", UN + "ReusableAggregateBusinessInformationEntity:100",
            "udt", UN + "UnqualifiedDataType:100",
            "qdt", UN + "QualifiedDataType:100");
    private static final String DAY_FORMAT = "102";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    CiiWriter(String root) {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            start(root);
            for (String prefix : new String[] {"rsm", "ram", "udt", "qdt"}) {
                out.writeNamespace(prefix, NAMESPACES.get(prefix));
            }
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    byte[] finish() {
        try {
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** An element of elements, which {@code content} writes. */
    CiiWriter group(String name, Runnable content) {
        try {
            start(name);
            content.run();
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    CiiWriter text(String name, @Nullable String text) {
        return text(name, text, null, null);
    }

    CiiWriter text(String name, @Nullable String text, @Nullable String attribute, @Nullable String value) {
        String clean = text == null ? "" : PrintedText.xml(text);
        if (clean.isEmpty()) {
            return this;
        }
        try {
            start(name);
            if (attribute != null && value != null) {
                out.writeAttribute(attribute, value);
            }
            out.writeCharacters(clean);
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    CiiWriter number(String name, BigDecimal number) {
        return text(name, number.toPlainString());
    }

    CiiWriter quantity(String name, BigDecimal quantity, String unit) {
        return text(name, quantity.toPlainString(), "unitCode", unit);
    }

    CiiWriter day(String name, LocalDate day) {
        return day(name, "udt:DateTimeString", day);
    }

    CiiWriter day(String name, String type, LocalDate day) {
        return group(name, () -> text(type, DateTimeFormatter.BASIC_ISO_DATE.format(day), "format", DAY_FORMAT));
    }

    private void start(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = name.substring(0, colon);
        out.writeStartElement(prefix, name.substring(colon + 1), NAMESPACES.get(prefix));
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("Writing to memory does not fail", e);
    }
}
