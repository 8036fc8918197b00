package org.chancery.client.token;

/** Why a token is not believed, in the order in which it is looked at. */
public enum TokenRefusal {
    /** Longer than any that a server writes. */
    TOO_LARGE,
    /** Not three parts of base64url in their one spelling, or no JSON in them. */
    MALFORMED,
    /** The header has other members than {@code alg}, {@code typ} and {@code kid}. */
    HEADER,
    /** Any algorithm but Ed25519. */
    ALGORITHM,
    /** Signed, perhaps, but by a key that is not pinned. */
    UNKNOWN_KEY,
    /** The signature does not cover this text. */
    SIGNATURE,
    /** A token of another kind. */
    TYPE,
    /** A claim is missing or of the wrong type. */
    CLAIMS,
    /** By another server. */
    ISSUER,
    /** For another product. */
    AUDIENCE,
    /** For another instance. */
    SUBJECT,
    /** An answer to another question, such as an old one that was recorded. */
    NONCE,
    /** Of another activation, or not newer than what is held. */
    SEQUENCE,
    /** For another check secret. */
    SECRET,
    /** For another deployment or instance. */
    BINDING,
    /** Given back before. */
    RETURNED,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** Its time is over. */
    EXPIRED,
    /** Does not cover a release of this date. */
    VERSION_NOT_COVERED
}
