package org.chancery.web.api.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An answer as it is kept: status, type, address of the new thing, body. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written and read back
record KeptAnswer(int status, String contentType, String location, byte[] body) {

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(status);
            out.writeUTF(contentType);
            out.writeUTF(location);
            out.writeInt(body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static KeptAnswer read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = in.readInt();
            String contentType = in.readUTF();
            String location = in.readUTF();
            return new KeptAnswer(status, contentType, location, in.readNBytes(in.readInt()));
        }
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (!contentType.isEmpty()) {
            response.setContentType(contentType);
        }
        if (!location.isEmpty()) {
            response.setHeader("Location", location);
        }
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(body);
    }
}
