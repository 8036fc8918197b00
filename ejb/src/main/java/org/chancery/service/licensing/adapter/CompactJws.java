package org.chancery.service.licensing.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS (RFC 7515) with exactly the header we write: {@code alg}, {@code typ}, {@code kid}. There is one way to
 * write each token; a text that decodes to the same bytes by another spelling is not recognised. Nimbus writes and reads the
 * form, the caller signs.
 *
 * @param signingInput what the signature covers: header and payload as they stood in the text
 */
record CompactJws(String algorithm, String type, String kid, byte[] signingInput, byte[] payload, byte[] signature) {

    /** The name of RFC 9864, with which we write, and the older, less exact one, which verifiers accept. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.Ed25519, JWSAlgorithm.EdDSA);

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int LONGEST = 4096;
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

    /** What every token of this type that this key signs begins with; it remembers its own text. */
    static JWSHeader header(String type, String kid) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.Ed25519)
                .type(new JOSEObjectType(type))
                .keyID(kid);
        return header.parsedBase64URL(header.build().toBase64URL()).build();
    }

    /** The text of a new token. Members keep the order in which they were put. */
    static String write(JWSHeader header, ObjectNode claims, Signature signature) {
        JWSObject token = new JWSObject(header, new Payload(bytes(claims)));
        Base64URL signed = Base64URL.encode(signature.over(token.getSigningInput()));
        return new String(token.getSigningInput(), StandardCharsets.US_ASCII) + "." + signed;
    }

    /** Takes a token apart; empty unless it has the one form that we write. Verifies nothing. */
    static Optional<CompactJws> parse(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(JWSObject.parse(text))
                            .filter(token -> isOurs(token, text))
                            .map(CompactJws::of);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CompactJws of(JWSObject token) {
        JWSHeader header = token.getHeader();
        return new CompactJws(
                header.getAlgorithm().getName(),
                header.getType().getType(),
                header.getKeyID(),
                token.getSigningInput(),
                token.getPayload().toBytes(),
                token.getSignature().decode());
    }

    /** The decoder alone ignores surplus bits, padding and the case of a type. */
    private static boolean isOurs(JWSObject token, String text) {
        JWSHeader header = token.getHeader();
        return header.getIncludedParams().equals(HEADER)
                && ALGORITHMS.contains(header.getAlgorithm())
                && Arrays.stream(token.getParsedParts())
                        .allMatch(part -> Base64URL.encode(part.decode()).equals(part))
                && String.join(".", parts(token)).equals(text);
    }

    private static List<String> parts(JWSObject token) {
        return Arrays.stream(token.getParsedParts()).map(Base64URL::toString).toList();
    }

    /** The claims; empty when the payload is not one JSON object. */
    Optional<JsonNode> claims() {
        return readObject(payload);
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
