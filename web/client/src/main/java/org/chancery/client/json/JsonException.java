package org.chancery.client.json;

/** A text is not the JSON it should be. The message never quotes the text, which may hold a secret. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false); // garbage is everyday life, and its message says where
    }
}
