package org.chancery.model.licensing;

import java.time.Instant;
import java.util.UUID;

/**
 * The claims of a lease that came back to us and whose signature was verified: proof of what we once committed, even
 * when the database has forgotten it.
 *
 * @param secretHash the hash that the lease confirmed as current
 */
public record Receipt(UUID instanceId, int epoch, long seq, String secretHash, Instant issuedAt) {}
