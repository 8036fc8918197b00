package org.chancery.model.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All bearer tokens. */
public interface AccessTokens {

    void add(AccessToken token);

    Optional<AccessToken> find(UUID id);

    /** A token that was not revoked, by the hash of what the caller showed. */
    Optional<AccessToken> findLive(String tokenHash);

    /** A token by its hash, revoked or not. */
    Optional<AccessToken> findAny(String tokenHash);

    void remove(AccessToken token);

    /**
     * Notes the use, unless another call noted one within the hour. A statement of its own, past the token's version: two
     * calls that use a token in one moment must not refuse each other.
     */
    void noteUse(AccessToken token, Instant now);

    /** The account's live tokens, the oldest first. */
    List<AccessToken> liveOfAccount(UUID accountId);

    /** The operator's live tokens, the oldest first. */
    List<AccessToken> liveOfOperator(UUID operatorId);
}
