package org.chancery.web.api.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until it has been kept. A caller that hangs up while it is being sent then finds it kept, instead
 * of doing the same thing a second time.
 */
final class RecordedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;

    RecordedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The whole answer; call it once the resource is done. */
    KeptAnswer answer() {
        if (writer != null) {
            writer.flush();
        }
        String type = getContentType();
        String location = getHeader("Location");
        return new KeptAnswer(
                getStatus(), type == null ? "" : type, location == null ? "" : location, body.toByteArray());
    }

    /** Sends what was held back; an error page that went out by itself is left alone. */
    void release(KeptAnswer answer) throws IOException {
        if (!isCommitted()) {
            super.getOutputStream().write(answer.body());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int value) {
                body.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("Answers under a key are written at once");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the answer is kept
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        body.reset();
    }

    @Override
    public void reset() {
        super.reset();
        body.reset();
    }
}
