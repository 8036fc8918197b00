package org.chancery.service.licensing.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything a signed refusal says; the issuer is the signer's own.
 *
 * @param product the audience, or null when nobody can know it
 * @param subject the instance's id, or the name it asked for when it has none yet
 * @param reason tells refusals of one code apart, or null
 * @param nonce the caller's
 */
public record DenialClaims(
        @Nullable String product, String subject, int code, @Nullable String reason, String nonce, Instant issuedAt) {}
