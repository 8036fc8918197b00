package org.chancery.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.chancery.service.platform.ChanceryConfig;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that binds a sign-in code to the browser in which it was asked for: a random value, and the address only to
 * show it again. No session exists before somebody is signed in.
 */
@RequestScoped
public class Attempt {

    private static final int RANDOM_BYTES = 32;
    private static final int MAX_AGE_SECONDS = 15 * 60;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ChanceryConfig config;

    @Inject
    private SecureRandom random;

    /** Begins an attempt for this address; an older one of this browser is over. @return its random value */
    public String begin(String email, HttpServletResponse response) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String value = base64(bytes);
        send(value + "." + base64(email.getBytes(StandardCharsets.UTF_8)), MAX_AGE_SECONDS, response);
        return value;
    }

    /** The random value of this browser's attempt; empty when it has none. */
    public Optional<String> value() {
        return cookie().map(text -> text.substring(0, text.indexOf('.')));
    }

    /** The address that was typed, to show it; empty when there is none. */
    public Optional<String> email() {
        try {
            return cookie().map(text -> new String(
                    Base64.getUrlDecoder().decode(text.substring(text.indexOf('.') + 1)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody wrote the cookie by hand
        }
    }

    public void end(HttpServletResponse response) {
        send("", 0, response);
    }

    private Optional<String> cookie() {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name()) && isWhole(cookie.getValue())) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(@Nullable String value) {
        return value != null && value.indexOf('.') > 0;
    }

    private void send(String value, int maxAge, HttpServletResponse response) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(config.isHttps());
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        response.addCookie(cookie);
    }

    private String name() {
        return config.isHttps() ? "__Host-chancery-attempt" : "chancery-attempt";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
