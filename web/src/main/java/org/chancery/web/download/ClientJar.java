package org.chancery.web.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The client as it was built with this server; small enough to be held in memory. */
@ApplicationScoped
public class ClientJar {

    private static final String PLACE = "/WEB-INF/client/chancery-client.jar";
    private static final int SHORT = 12;

    private final byte[] bytes;
    private final String digest;

    @Inject
    public ClientJar(ServletContext context) {
        this(read(context));
    }

    @SuppressWarnings("NullAway")
    protected ClientJar() { // the CDI proxy needs it
        this.bytes = null;
        this.digest = null;
    }

    ClientJar(byte[] bytes) {
        this.bytes = bytes.clone();
        this.digest = sha256(bytes);
    }

    /** The whole jar, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Its SHA-256 in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** The entity tag, quotes included. */
    public String tag() {
        return '"' + digest + '"';
    }

    /** The short name of this very jar. */
    public String version() {
        return digest.substring(0, SHORT);
    }

    private static byte[] read(ServletContext context) {
        try (InputStream in = context.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("This server was built without " + PLACE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(PLACE, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
