package org.chancery.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One connection that stays open and speaks just enough HTTP/1.1 for the bench. A general client costs as much processor
 * time as the server it asks, and both sit on the same cores; this one costs next to nothing.
 */
final class KeepAlive implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\nContent-Length: "; // as Undertow writes it

    private final URI base;
    private final Socket socket = new Socket();
    private final InputStream input;
    private final byte[] buffer = new byte[8 * 1024];

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
        input = socket.getInputStream();
    }

    /**
     * Posts and waits for the whole answer.
     *
     * @param bearer the token, or null to send none
     * @param key the idempotency key, or null to send none
     * @param body JSON, or empty for none
     */
    Answer post(String path, @Nullable String bearer, @Nullable String key, String body) throws IOException {
        StringBuilder request = new StringBuilder(4096)
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
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    /** An answer comes in one piece nearly always, so it is searched as a whole and not read line by line. */
    private Answer answer() throws IOException {
        String received = piece();
        while (received.indexOf(END_OF_HEAD) < 0) {
            received += piece();
        }
        int body = received.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        int end = body + length(received.substring(0, body));
        while (received.length() < end) {
            received += piece();
        }
        return new Answer(Integer.parseInt(received.substring(9, 12)), received.substring(body, end));
    }

    /** Each byte as one character, so that they can be counted; what the bench looks for is ASCII. */
    private String piece() throws IOException {
        int length = input.read(buffer);
        if (length < 0) {
            throw new EOFException("The server hung up");
        }
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) throws IOException {
        int start = head.indexOf(LENGTH);
        if (start < 0) {
            throw new IOException("An answer of unknown length: " + head);
        }
        start += LENGTH.length();
        return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
