package org.chancery.service.document;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.chancery.model.subscription.Collection;

/**
 * Writes a document as the one JSON text that is frozen with the invoice, and reads it back. The same document always
 * gives the same text: fields stand in the order of the records, what is absent is left out, dates, zones, languages and
 * rates are strings. A field that comes later must be one that may be absent.
 */
public final class InvoiceDocumentJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("document")
                    .addSerializer(new Text<>(LocalDate.class, LocalDate::toString))
                    .addDeserializer(LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse))
                    .addSerializer(new Text<>(ZoneId.class, ZoneId::getId))
                    .addDeserializer(ZoneId.class, new Parsed<>(ZoneId.class, ZoneId::of))
                    .addSerializer(new Text<>(Locale.class, Locale::toLanguageTag))
                    .addDeserializer(Locale.class, new Parsed<>(Locale.class, Locale::forLanguageTag))
                    .addSerializer(new Text<>(BigDecimal.class, BigDecimal::toPlainString))
                    .addDeserializer(BigDecimal.class, new Parsed<>(BigDecimal.class, BigDecimal::new))
                    .addSerializer(new Text<>(Collection.class, Collection::word))
                    .addDeserializer(Collection.class, new Parsed<>(Collection.class, InvoiceDocumentJson::collection)))
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private InvoiceDocumentJson() {}

    /** The text to freeze. */
    public static String write(InvoiceDocument document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document can always be written", e);
        }
    }

    /** @throws IllegalStateException when nobody could have frozen this text */
    public static InvoiceDocument read(String frozen) {
        try {
            return JSON.readValue(frozen, InvoiceDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds a document that nobody wrote", e);
        }
    }

    /** SHA-256 of the frozen text in UTF-8, 64 hexadecimal digits: whoever changes the text changes it. */
    public static String hash(String frozen) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(frozen.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Collection collection(String word) {
        return Collection.ofWord(word).orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** Writes a value as a string. */
    private static final class Text<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> text;

        Text(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    /** Reads a value from a string. */
    private static final class Parsed<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return parse.apply(in.getValueAsString());
        }
    }
}
