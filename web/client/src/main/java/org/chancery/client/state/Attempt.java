package org.chancery.client.state;

/**
 * An activation under way. Its body is kept as it was first sent, because only the very same message under the very same
 * key is recognised as a repetition when the answer was lost.
 *
 * @param purpose what the activation was for, so that changed settings begin a new one
 * @param secret the check secret that it proposes
 */
public record Attempt(String purpose, String key, String nonce, String body, CheckSecret secret) {}
