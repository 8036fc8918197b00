package org.chancery.model.licensing;

import java.time.Instant;

/**
 * Permission to run until an instant, as committed; signing it adds the nonce of the answer.
 *
 * @param secretHash the hash of the secret that the next check must present
 * @param issuedAt whole seconds; never earlier than in the instance's last lease
 * @param expiresAt whole seconds, exclusive
 */
public record Lease(int epoch, long seq, String secretHash, Instant issuedAt, Instant expiresAt) {}
