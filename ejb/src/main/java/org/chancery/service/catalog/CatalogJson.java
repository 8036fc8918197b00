package org.chancery.service.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The catalog document as JSON text: the same document always gives the same bytes. */
public final class CatalogJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private static final int ETAG_BYTES = 16;

    private CatalogJson() {}

    public static String write(CatalogDocument document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A catalog document can always be written", e);
        }
    }

    /** @throws IOException when it is not a catalog document */
    public static CatalogDocument read(InputStream json) throws IOException {
        return MAPPER.readValue(json, CatalogDocument.class);
    }

    /** A tag that changes whenever the document does: 32 hexadecimal digits of its SHA-256. */
    public static String etag(CatalogDocument document) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(document).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
