package org.chancery.service.licensing.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS (RFC 7515) with exactly the header we write: {@code alg}, {@code typ}, {@code kid}. There is one way to
 * write each token; a text that decodes to the same bytes by another spelling is not recognised.
 *
 * @param signingInput what the signature covers: header and payload as they stood in the text
 */
record CompactJws(String algorithm, String type, String kid, byte[] signingInput, byte[] payload, byte[] signature) {

    /** The algorithm's name in RFC 9864. */
    static final String ED25519 = "Ed25519";

    /** Its older, less exact name, which verifiers accept. */
    private static final String EDDSA = "EdDSA";

    private static final Set<String> ALGORITHMS = Set.of(ED25519, EDDSA);
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int LONGEST = 4096;
    private static final int PARTS = 3;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Puts a signature under something. */
    interface Signature {
        byte[] over(byte[] signingInput);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The text of a new token. Members keep the order in which they were put. */
    static String write(String type, String kid, ObjectNode claims, Signature signature) {
        ObjectNode header = object().put("alg", ED25519).put("typ", type).put("kid", kid);
        String input = encode(bytes(header)) + "." + encode(bytes(claims));
        return input + "." + encode(signature.over(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes a token apart; empty unless it has the one form that we write. Verifies nothing. */
    static Optional<CompactJws> parse(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        byte[] header = decode(parts[0]);
        byte[] payload = decode(parts[1]);
        byte[] signature = decode(parts[2]);
        if (header == null || payload == null || signature == null) {
            return Optional.empty();
        }
        byte[] input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return readObject(header)
                .filter(CompactJws::isOurHeader)
                .map(node -> new CompactJws(
                        node.get("alg").textValue(),
                        node.get("typ").textValue(),
                        node.get("kid").textValue(),
                        input,
                        payload,
                        signature));
    }

    /** The claims; empty when the payload is not one JSON object. */
    Optional<JsonNode> claims() {
        return readObject(payload);
    }

    private static boolean isOurHeader(JsonNode header) {
        if (header.size() != HEADER.size()) {
            return false;
        }
        for (Iterator<String> names = header.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!HEADER.contains(name) || !header.get(name).isTextual()) {
                return false;
            }
        }
        return ALGORITHMS.contains(header.get("alg").textValue());
    }

    private static Optional<JsonNode> readObject(byte[] json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Null for anything but the one spelling of its bytes: the decoder alone ignores surplus bits and padding. */
    private static byte @Nullable [] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return encode(bytes).equals(part) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompactJws that
                && Arrays.equals(signingInput, that.signingInput)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "CompactJws[type=" + type + ", kid=" + kid + "]";
    }
}
