package org.chancery.model.account;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bearer tokens in memory. */
public class InMemoryAccessTokens implements AccessTokens {

    private final List<AccessToken> tokens = new ArrayList<>();

    @Override
    public void add(AccessToken token) {
        if (findAny(hashOf(token)).isPresent()) {
            throw new IllegalStateException("The hash is there already");
        }
        tokens.add(token);
    }

    public List<AccessToken> all() {
        return List.copyOf(tokens);
    }

    @Override
    public Optional<AccessToken> find(UUID id) {
        return tokens.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    @Override
    public Optional<AccessToken> findLive(String tokenHash) {
        return findAny(tokenHash).filter(AccessToken::isLive);
    }

    @Override
    public Optional<AccessToken> findAny(String tokenHash) {
        return tokens.stream().filter(t -> hashOf(t).equals(tokenHash)).findFirst();
    }

    @Override
    public void remove(AccessToken token) {
        tokens.remove(token);
    }

    @Override
    public void noteUse(AccessToken token, Instant now) {
        if (token.isUseWorthNoting(now)) {
            try {
                field("lastUsedAt").set(token, now);
            } catch (IllegalAccessException e) {
                throw new LinkageError("The field was closed", e);
            }
        }
    }

    @Override
    public List<AccessToken> liveOfAccount(UUID accountId) {
        return tokens.stream()
                .filter(t -> t.isLive() && t.accountId().equals(Optional.of(accountId)))
                .toList();
    }

    @Override
    public List<AccessToken> liveOfOperator(UUID operatorId) {
        return tokens.stream()
                .filter(t -> t.isLive() && t.operatorId().equals(Optional.of(operatorId)))
                .toList();
    }

    // The entity keeps its hash to itself; a database finds it all the same.
    private static String hashOf(AccessToken token) {
        try {
            return (String) field("tokenHash").get(token);
        } catch (IllegalAccessException e) {
            throw new LinkageError("The field was closed", e);
        }
    }

    private static Field field(String name) {
        try {
            Field field = AccessToken.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new LinkageError("The field was renamed", e);
        }
    }
}
