package org.chancery.web.api.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** As much of an HTTP response as the keeping of answers touches: a status and a body. */
final class StubResponse {

    /** A request that nobody asks anything. */
    static final HttpServletRequest NO_REQUEST = (HttpServletRequest) Proxy.newProxyInstance(
            StubResponse.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    HttpServletResponse asResponse() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                StubResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> call(method.getName(), args));
    }

    private @Nullable Object call(String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "setStatus" -> {
                status = arguments == null ? 0 : (Integer) arguments[0];
                yield null;
            }
            case "getStatus" -> status;
            case "isCommitted" -> false;
            case "getOutputStream" -> stream();
            case "getContentType", "getHeader", "setHeader", "setContentType" -> null;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int value) {
                body.write(value);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Status and body. */
    @Override
    public String toString() {
        return status + " " + body.toString(StandardCharsets.UTF_8);
    }
}
