package org.chancery.client.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Reads the certificates that a site trusts. */
final class Authorities {

    private static final String USUAL_PASSWORD = "changeit";

    private Authorities() {}

    static SSLContext context(Path file) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(isPem(file) ? pem(file) : store(file));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("No certificates can be read from " + file, e);
        }
    }

    private static boolean isPem(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN");
    }

    /** Nothing in it is secret, so its password, if it has one, is Java's usual. */
    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        try {
            return KeyStore.getInstance(file.toFile(), USUAL_PASSWORD.toCharArray());
        } catch (IOException e) {
            return KeyStore.getInstance(file.toFile(), new char[0]);
        }
    }

    private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, certificate);
            }
        }
        return store;
    }
}
