package org.chancery.service.licensing.port;

/** A public key as RFC 8037 writes it. */
public record PublicJwk(String kty, String crv, String x, String kid, String use, String alg) {}
