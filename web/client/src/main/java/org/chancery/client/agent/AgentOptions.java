package org.chancery.client.agent;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told: arguments first, then the environment, then the file that {@code --config=} names. Whoever can
 * list the machine's processes sees its arguments, so no secret is taken from there.
 */
final class AgentOptions {

    static final Set<String> SECRETS = Set.of("license-secret", "proxy-password");
    static final Set<String> NAMES = Set.of(
            "url",
            "issuer",
            "keys-file",
            "license-secret-file",
            "product",
            "product-version",
            "release-date",
            "deployment-id",
            "instance-name",
            "seat-class",
            "lease-seconds",
            "state-dir",
            "trust-file",
            "proxy",
            "proxy-user",
            "proxy-password-file",
            "offline-license-file",
            "report-file",
            "status-file",
            "release-on-stop");

    private final Map<String, String> values;
    private final List<String> commands;

    private AgentOptions(Map<String, String> values, List<String> commands) {
        this.values = values;
        this.commands = commands;
    }

    /**
     * Reads all three.
     *
     * @throws IllegalArgumentException for an argument that nobody knows, or that holds a secret
     */
    static AgentOptions read(String[] arguments, Map<String, String> environment) throws IOException {
        Map<String, String> given = new HashMap<>();
        List<String> commands = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                put(given, argument.substring(2));
            } else {
                commands.add(argument);
            }
        }
        Map<String, String> values = file(given.remove("config"));
        for (String name : known()) {
            String value =
                    environment.get("CHANCERY_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        }
        values.putAll(given);
        return new AgentOptions(values, commands);
    }

    private static void put(Map<String, String> given, String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        if (SECRETS.contains(name)) {
            throw new IllegalArgumentException("--" + name + " is a secret: put it into a file or the environment");
        }
        if (equals < 0 || !NAMES.contains(name) && !name.equals("config")) {
            throw new IllegalArgumentException("Nobody knows the option --" + name);
        }
        given.put(name, option.substring(equals + 1));
    }

    private static Map<String, String> file(@Nullable String config) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (config != null) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(Path.of(config), StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            for (String name : properties.stringPropertyNames()) {
                if (!known().contains(name)) {
                    throw new IllegalArgumentException("Nobody knows the option " + name + " in " + config);
                }
                values.put(name, properties.getProperty(name));
            }
        }
        return values;
    }

    private static Set<String> known() {
        Set<String> all = new HashSet<>(NAMES);
        all.addAll(SECRETS);
        return all;
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** @throws IllegalArgumentException naming the option and its variable */
    String require(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Missing: --" + name + "=, CHANCERY_"
                    + name.toUpperCase(Locale.ROOT).replace('-', '_') + " or " + name + " in the --config= file");
        }
        return value;
    }

    /** What to do; to run when nothing is said. */
    String command() {
        return commands.isEmpty() ? "run" : commands.get(0);
    }
}
