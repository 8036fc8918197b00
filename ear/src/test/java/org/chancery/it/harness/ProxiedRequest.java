package org.chancery.it.harness;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A message on its way through a proxy. It can be sent as often as one likes. */
public final class ProxiedRequest {

    private static final AtomicInteger SENT = new AtomicInteger();
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int LONGEST_LINE = 64 * 1024;

    private final String method;
    private final URI target;
    private final List<String> headers;
    private final byte[] body;

    private ProxiedRequest(String method, URI target, List<String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    static ProxiedRequest read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        int length = Integer.parseInt(header(headers, "content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new ProxiedRequest(first[0], URI.create(first[1]), headers, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static String header(List<String> headers, String name, String otherwise) {
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    /** The name in the login for the proxy; empty without one. */
    String user() {
        String login = header(headers, "proxy-authorization", "Basic ").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8).replaceAll(":.*", "");
    }

    /** Such as {@code POST /api/v1/instances}. */
    public String what() {
        return method + " " + target.getPath();
    }

    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Sends it to the server, from an address that no other message comes from: limits per address are shown elsewhere.
     *
     * @return all that came back, which is little or nothing when the server dies
     */
    public byte[] send() throws IOException {
        try (Socket server = new Socket("localhost", target.getPort())) {
            server.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = server.getOutputStream();
            out.write(head().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private String head() {
        int sent = SENT.incrementAndGet();
        StringBuilder head = new StringBuilder(method + " " + target.getRawPath() + " HTTP/1.1\r\n");
        headers.stream()
                .filter(header -> !header.toLowerCase(Locale.ROOT).matches("(proxy-|connection:|x-forwarded-).*"))
                .forEach(header -> head.append(header).append("\r\n"));
        return head.append("Connection: close\r\nX-Forwarded-For: 198.18." + (sent >> 8 & 255) + "." + (sent & 255))
                .append("\r\n\r\n")
                .toString();
    }
}
