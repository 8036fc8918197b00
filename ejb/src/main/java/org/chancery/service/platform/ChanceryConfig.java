package org.chancery.service.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything an administrator can set, read once and validated at start. The names are MicroProfile Config properties;
 * {@code chancery.base.url} is set by the environment's {@code CHANCERY_BASE_URL}.
 *
 * @param mode production unless said otherwise
 * @param baseUrl what absolute links start with, without a trailing slash
 * @param masterKey 32 bytes under which signing keys and kept answers are encrypted; the sandbox has a built-in one
 * @param operatorToken the sandbox operator's token, or null in production
 * @param adminEmail the first operator's address, if any
 * @param metricsToken bearer token that opens /metrics, if any
 * @param smtp the mail host, or null while none is set
 * @param mailFrom the sender of every mail
 */
public record ChanceryConfig(
        Mode mode,
        URI baseUrl,
        byte[] masterKey,
        @Nullable String operatorToken,
        @Nullable String adminEmail,
        @Nullable String metricsToken,
        @Nullable Smtp smtp,
        String mailFrom) {

    /** Which features exist at all. */
    public enum Mode {
        PRODUCTION,
        SANDBOX
    }

    /** Where mail goes; user and password are null for a host that asks for none. */
    public record Smtp(String host, @Nullable String user, @Nullable String password) {

        @Override
        public String toString() {
            return "Smtp[host=" + host + "]";
        }
    }

    private static final int MASTER_KEY_BYTES = 32;
    private static final Pattern SENDER =
            Pattern.compile("[^\\s<>@]+@[^\\s<>@]+|[^<>@\\p{Cntrl}]+<[^\\s<>@]+@[^\\s<>@]+>");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    // Sandbox data is toy data; a fixed key lets it survive a restart without any configuration.
    private static final byte[] SANDBOX_KEY = "chancery-sandbox-key-not-a-secret"
            .substring(0, MASTER_KEY_BYTES)
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    public boolean isSandbox() {
        return mode == Mode.SANDBOX;
    }

    public boolean isHttps() {
        return "https".equals(baseUrl.getScheme());
    }

    /** @throws ConfigurationException naming every fault at once */
    public static ChanceryConfig read(Function<String, Optional<String>> source) {
        Reader reader = new Reader(source);
        ChanceryConfig config = reader.config();
        if (!reader.faults.isEmpty()) {
            throw new ConfigurationException(reader.faults);
        }
        return config;
    }

    @Override
    public String toString() {
        return "ChanceryConfig[mode=" + mode + ", baseUrl=" + baseUrl + "]";
    }

    /** Collects faults instead of stopping at the first. */
    private static final class Reader {

        private final Function<String, Optional<String>> source;
        private final List<String> faults = new ArrayList<>();

        Reader(Function<String, Optional<String>> source) {
            this.source = source;
        }

        ChanceryConfig config() {
            Mode mode = mode();
            boolean sandbox = mode == Mode.SANDBOX;
            return new ChanceryConfig(
                    mode,
                    baseUrl(mode),
                    masterKey(mode),
                    sandbox ? text("chancery.operator.token").orElse("opr_sandbox") : null,
                    text("chancery.admin.email").orElse(null),
                    text("chancery.metrics.token").orElse(null),
                    smtp(),
                    mailFrom());
        }

        private String mailFrom() {
            String sender = text("chancery.mail.from").orElse("Chancery <chancery@localhost>");
            if (!SENDER.matcher(sender).matches()) {
                faults.add("CHANCERY_MAIL_FROM must be an address, or a name and an address in angle brackets");
            }
            return sender;
        }

        private Mode mode() {
            String word = text("chancery.mode").orElse("production");
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "production" -> Mode.PRODUCTION;
                case "sandbox" -> Mode.SANDBOX;
                default -> {
                    faults.add("CHANCERY_MODE must be production or sandbox");
                    yield Mode.PRODUCTION;
                }
            };
        }

        private URI baseUrl(Mode mode) {
            String text = text("chancery.base.url").orElse("http://localhost:8080");
            try {
                URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
                checkBaseUrl(url, mode);
                return url;
            } catch (IllegalArgumentException e) {
                faults.add("CHANCERY_BASE_URL is not a URL");
                return URI.create("http://localhost:8080");
            }
        }

        private void checkBaseUrl(URI url, Mode mode) {
            boolean http = "http".equals(url.getScheme());
            if (!http && !"https".equals(url.getScheme()) || url.getHost() == null) {
                faults.add("CHANCERY_BASE_URL must start with https:// or http:// and name a host");
            } else if (url.getRawPath() != null && !url.getRawPath().isEmpty()) {
                faults.add("CHANCERY_BASE_URL must not have a path: the application answers at the server's root");
            } else if (http && mode == Mode.PRODUCTION && !LOOPBACK.contains(url.getHost())) {
                faults.add("CHANCERY_BASE_URL must be https in production, unless it names the loopback host");
            }
        }

        private byte[] masterKey(Mode mode) {
            Optional<String> text = text("chancery.master.key");
            if (text.isEmpty()) {
                if (mode == Mode.PRODUCTION) {
                    faults.add("CHANCERY_MASTER_KEY is missing (base64 of 32 random bytes: openssl rand -base64 32)");
                }
                return SANDBOX_KEY.clone();
            }
            try {
                byte[] key = Base64.getDecoder().decode(text.get());
                if (key.length == MASTER_KEY_BYTES) {
                    return key;
                }
            } catch (IllegalArgumentException e) {
                // falls through to the fault below, which names the rule and not the value
            }
            faults.add("CHANCERY_MASTER_KEY must be base64 of exactly 32 bytes");
            return SANDBOX_KEY.clone();
        }

        private @Nullable Smtp smtp() {
            return text("chancery.smtp.host")
                    .map(host -> new Smtp(
                            host,
                            text("chancery.smtp.user").orElse(null),
                            text("chancery.smtp.password").orElse(null)))
                    .orElse(null);
        }

        private Optional<String> text(String name) {
            return source.apply(name).map(String::trim).filter(s -> !s.isEmpty());
        }
    }
}
