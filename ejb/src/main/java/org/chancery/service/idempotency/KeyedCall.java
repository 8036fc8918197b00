package org.chancery.service.idempotency;

/**
 * A call under an idempotency key.
 *
 * @param caller the bearer token or license secret; only its hash is kept
 * @param path the address without query
 * @param key 1 to 255 characters, chosen by the caller
 * @param bodyHash base64url of the body's SHA-256
 */
public record KeyedCall(String caller, String path, String key, String bodyHash) {

    @Override
    public String toString() {
        return "KeyedCall[path=" + path + "]"; // the caller is a secret
    }
}
