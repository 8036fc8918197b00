package org.chancery.bench;

import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.chancery.bench.KeepAlive.Answer;
import org.chancery.it.harness.TestInstance;

/** An honest instance that keeps what it was answered: each check shows the newest secret and brings the next. */
final class FleetInstance {

    /** Checks that the limit allows in ten minutes, which a whole run stays below. */
    static final int CHECKS_ALLOWED = 60;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String licenseSecret;
    private final String name;
    private String path = "";
    private String secret = "";
    private String epoch = "";
    private String seq = "";
    private String lease = "";
    private int checks;

    FleetInstance(String licenseSecret, String name) {
        this.licenseSecret = licenseSecret;
        this.name = name;
    }

    Answer activate(KeepAlive connection) throws IOException {
        String proposed = newSecret();
        Answer answer = connection.post("/api/v1/instances", licenseSecret, "act-" + nonce(), activationBody(proposed));
        if (answer.isGood()) {
            path = "/api/v1/instances/" + answer.member("instanceId") + "/checks";
            epoch = answer.member("epoch");
            keep(proposed, answer);
        }
        return answer;
    }

    Answer check(KeepAlive connection) throws IOException {
        String proposed = newSecret();
        checks++;
        Answer answer = connection.post(path, secret, null, checkBody(proposed));
        if (answer.isGood()) {
            keep(proposed, answer);
        }
        return answer;
    }

    private String activationBody(String proposed) {
        return "{\"product\":\"iot-platform\",\"productVersion\":\"3.2.0\",\"releaseDate\":\"2026-05-01\","
                + "\"deploymentId\":\"site-1\",\"instanceName\":\"" + name + "\",\"seatClass\":\"production\","
                + "\"bootId\":\"boot-" + name + "\",\"nextSecretHash\":\"" + TestInstance.hash(proposed)
                + "\",\"nonce\":\"" + nonce() + "\"}";
    }

    private String checkBody(String proposed) {
        return "{\"epoch\":" + epoch + ",\"seq\":" + seq + ",\"nextSecretHash\":\"" + TestInstance.hash(proposed)
                + "\",\"nonce\":\"" + nonce() + "\",\"bootId\":\"boot-" + name + "\",\"receipt\":\"" + lease + "\"}";
    }

    private void keep(String proposed, Answer answer) {
        secret = proposed;
        seq = answer.member("seq");
        lease = answer.member("lease");
    }

    private static String newSecret() {
        return "chk_" + random(32);
    }

    private static String nonce() {
        return random(24);
    }

    /** Nobody guesses in a bench, so it need not be the generator that all threads of a process share. */
    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(value);
        return BASE64.encodeToString(value);
    }

    /** False when the limit of checks would refuse it. */
    boolean mayCheck() {
        return checks < CHECKS_ALLOWED;
    }

    int checksLeft() {
        return CHECKS_ALLOWED - checks;
    }

    /** The last lease it was given. */
    String lease() {
        return lease;
    }
}
