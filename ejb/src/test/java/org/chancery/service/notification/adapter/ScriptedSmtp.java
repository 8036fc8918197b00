package org.chancery.service.notification.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail host that says what a test tells it to: to one command something bad, to all others the usual. */
final class ScriptedSmtp implements AutoCloseable {

    /** Takes the command and never answers. */
    static final String SILENCE = "";

    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 ready",
            "EHLO", "250 here",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            "END", "250 taken",
            "RSET", "250 ok",
            "QUIT", "221 bye");

    private final ServerSocket door;
    private final String command;
    private final String answer;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param command the verb, or GREETING, or END for the end of the data */
    ScriptedSmtp(String command, String answer) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.command = command;
        this.answer = answer;
        Thread host = new Thread(this::serve, "scripted-smtp");
        host.setDaemon(true);
        host.start();
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException e) {
                // the caller hung up, or the test is over
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "GREETING");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (data) {
                if (line.equals(".")) {
                    data = false;
                    say(out, "END");
                }
            } else {
                String verb = line.split("[ :]", 2)[0];
                say(out, verb);
                data = verb.equals("DATA") && !command.equals("DATA");
            }
        }
    }

    private void say(OutputStream out, String verb) throws IOException {
        String line = verb.equals(command) ? answer : USUAL.getOrDefault(verb, "502 what");
        if (!line.equals(SILENCE)) {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
