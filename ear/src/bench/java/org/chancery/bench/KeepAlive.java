package org.chancery.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection that stays open and speaks just enough HTTP/1.1 for the bench. A general client costs as much processor
 * time as the server it asks, and both sit on the same cores; this one costs next to nothing.
 */
final class KeepAlive implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LENGTH = "content-length:";

    private final URI base;
    private final Socket socket = new Socket();
    private final InputStream input;

    /** What came back. */
    record Answer(int status, String body) {

        boolean isGood() {
            return status / 100 == 2;
        }

        /** A text or number member of a flat JSON object, as it stands there. */
        String member(String name) {
            String mark = "\"" + name + "\":";
            int start = body.indexOf(mark);
            if (start < 0) {
                throw new IllegalStateException("No " + name + " in " + body);
            }
            start += mark.length();
            boolean quoted = body.charAt(start) == '"';
            int end = quoted ? body.indexOf('"', start + 1) : start;
            while (!quoted && Character.isDigit(body.charAt(end))) {
                end++;
            }
            return body.substring(quoted ? start + 1 : start, end);
        }
    }

    KeepAlive(URI base) throws IOException {
        this.base = base;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Posts and waits for the whole answer.
     *
     * @param bearer the token, or null to send none
     * @param key the idempotency key, or null to send none
     * @param body JSON, or empty for none
     */
    Answer post(String path, @Nullable String bearer, @Nullable String key, String body) throws IOException {
        StringBuilder request = new StringBuilder(1024)
                .append("POST ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\nContent-Length: ")
                .append(body.length());
        if (!body.isEmpty()) {
            request.append("\r\nContent-Type: application/json");
        }
        if (bearer != null) {
            request.append("\r\nAuthorization: Bearer ").append(bearer);
        }
        if (key != null) {
            request.append("\r\nIdempotency-Key: ").append(key);
        }
        request.append("\r\n\r\n").append(body);
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).trim());
            }
        }
        if (length < 0) {
            throw new IOException("An answer of unknown length: " + statusLine);
        }
        return new Answer(status, new String(input.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
