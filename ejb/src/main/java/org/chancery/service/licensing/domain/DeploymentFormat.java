package org.chancery.service.licensing.domain;

import java.util.Optional;

/** In which form an instance is deployed. */
public enum DeploymentFormat {
    COMPOSE("compose.yml", "compose.yml") {
        @Override
        String quoted(String value) {
            return yaml(value.replace("$", "$$")); // compose would look for a variable
        }
    },
    SYSTEMD("systemd", "chancery-license.service") {
        /** As the right side of an assignment within quotes: a percent sign begins a specifier there. */
        @Override
        String quoted(String value) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
        }
    },
    KUBERNETES("kubernetes.yaml", "kubernetes.yaml") {
        @Override
        String quoted(String value) {
            return yaml(value.replace("$", "$$")); // Kubernetes expands $(NAME) in values of the environment
        }
    };

    private final String word;
    private final String fileName;

    DeploymentFormat(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /** The value as its template takes it, so that it is what it was once the file is read. */
    abstract String quoted(String value);

    /** A double-quoted scalar, which needs no more than this for printable characters. */
    private static String yaml(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The last part of its address, the word of the contract. */
    public String word() {
        return word;
    }

    /** Under which name it is best kept. */
    public String fileName() {
        return fileName;
    }

    public boolean isYaml() {
        return this != SYSTEMD;
    }

    public static Optional<DeploymentFormat> ofWord(String word) {
        for (DeploymentFormat format : values()) {
            if (format.word.equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
