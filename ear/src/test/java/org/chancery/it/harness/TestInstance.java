package org.chancery.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the vendor's software as DESIGN describes it: it draws its next check secret, sends only the hash, and
 * keeps what it was answered. Can be copied, as a disk can.
 */
public final class TestInstance {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();
    // RFC 8410: the prefix of an Ed25519 public key in SubjectPublicKeyInfo.
    private static final byte[] ED25519_PREFIX = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");

    private final String licenseSecret;
    private final String name;
    private final String bootId;
    private String report = "";
    private @Nullable String address;
    private String server = Api.base();
    private String id = "";
    private String secret = "";
    private int epoch;
    private long seq;
    private @Nullable String lease;

    public TestInstance(String licenseSecret, String name) {
        this(licenseSecret, name, "boot-" + random(8));
    }

    private TestInstance(String licenseSecret, String name, String bootId) {
        this.licenseSecret = licenseSecret;
        this.name = name;
        this.bootId = bootId;
    }

    /** The same disk started elsewhere: same id and secret, another process. */
    public TestInstance copy() {
        TestInstance copy = new TestInstance(licenseSecret, name, "boot-" + random(8));
        copy.id = id;
        copy.secret = secret;
        copy.epoch = epoch;
        copy.seq = seq;
        copy.lease = lease;
        copy.address = address;
        copy.server = server;
        return copy;
    }

    /** The same process, whose calls come from this network address from now on. */
    public TestInstance at(String networkAddress) {
        address = networkAddress;
        return this;
    }

    /** The same process, which calls this server from now on, such as one node of several. */
    public TestInstance via(String otherServer) {
        server = otherServer;
        return this;
    }

    /** It knows the id of an instance, but no secret of it. */
    public TestInstance guessing() {
        secret = newSecret();
        lease = null;
        return this;
    }

    private Api api() {
        Api anybody = Api.anonymous().at(server);
        return address == null ? anybody : anybody.from(address);
    }

    public Api.Answer activate() {
        String proposed = newSecret();
        Api.Answer answer = api().as(licenseSecret)
                .withKey("act-" + random(8))
                .post("/api/v1/instances", activation(hash(proposed), random(24)));
        if (answer.status() == 201) {
            id = answer.text("/instanceId");
            epoch = answer.json().at("/epoch").asInt();
            seq = answer.json().at("/seq").asLong();
            lease = answer.text("/lease");
            secret = proposed;
        }
        return answer;
    }

    public String activation(String nextSecretHash, String nonce) {
        return "{'product':'iot-platform','productVersion':'3.2.0','releaseDate':'2026-05-01','deploymentId':'site-1',"
                + "'instanceName':'" + name + "','seatClass':'production','bootId':'" + bootId
                + "','nextSecretHash':'" + nextSecretHash + "','nonce':'" + nonce + "'}";
    }

    /** Checks and goes on with the new secret when the answer is good. */
    public Api.Answer check() {
        String proposed = newSecret();
        Api.Answer answer = send(proposed);
        if (answer.status() == 200) {
            advance(proposed, answer);
        }
        return answer;
    }

    /** What each further check says beside its secrets: members of its body, each with a comma before it. */
    public TestInstance reporting(String members) {
        report = members;
        return this;
    }

    /** Sends a proposal and forgets the answer, as if it had been lost on the way. */
    public String checkWithLostAnswer() {
        String proposed = newSecret();
        send(proposed);
        return proposed;
    }

    /** Repeats a proposal whose answer was lost. */
    public Api.Answer repeat(String proposed) {
        Api.Answer answer = send(proposed);
        if (answer.status() == 200) {
            advance(proposed, answer);
        }
        return answer;
    }

    public Api.Answer release() {
        return api().as(secret).delete("/api/v1/instances/" + id);
    }

    public Api.Answer entitlements(@Nullable String etag) {
        return api().as(secret).getIfNoneMatch("/api/v1/instances/" + id + "/entitlements", etag);
    }

    private Api.Answer send(String proposed) {
        return api().as(secret)
                .post(
                        "/api/v1/instances/" + id + "/checks",
                        "{'epoch':" + epoch + ",'seq':" + seq + ",'nextSecretHash':'" + hash(proposed) + "','nonce':'"
                                + random(24) + "','bootId':'" + bootId + "'"
                                + (lease == null ? "" : ",'receipt':'" + lease + "'") + report + "}");
    }

    private void advance(String proposed, Api.Answer answer) {
        secret = proposed;
        seq = answer.json().at("/seq").asLong();
        lease = answer.text("/lease");
    }

    public String id() {
        return id;
    }

    public long seq() {
        return seq;
    }

    /** The claims of a token after its signature was verified against the published keys. */
    public static JsonNode verified(String token) {
        String[] parts = token.split("\\.");
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publishedKey(header.at("/kid").asText()));
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!check.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new AssertionError("The signature is wrong");
            }
            return ((com.fasterxml.jackson.databind.node.ObjectNode)
                            JSON.readTree(Base64.getUrlDecoder().decode(parts[1])))
                    .set("header", header);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey publishedKey(String kid) throws GeneralSecurityException {
        for (JsonNode key : Api.anonymous().get("/.well-known/jwks.json").json().at("/keys")) {
            if (key.at("/kid").asText().equals(kid)) {
                byte[] raw = Base64.getUrlDecoder().decode(key.at("/x").asText());
                byte[] encoded = new byte[ED25519_PREFIX.length + raw.length];
                System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
                System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            }
        }
        throw new AssertionError("No published key " + kid);
    }

    public static String newSecret() {
        return "chk_" + random(32);
    }

    public static String hash(String secret) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
