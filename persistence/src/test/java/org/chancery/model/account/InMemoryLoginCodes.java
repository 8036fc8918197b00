package org.chancery.model.account;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Sign-in codes in memory. Its changes write fields directly, as the statements in the database do. */
public class InMemoryLoginCodes implements LoginCodes {

    private final List<LoginCode> codes = new ArrayList<>();

    public List<LoginCode> all() {
        return List.copyOf(codes);
    }

    @Override
    public void add(LoginCode code) {
        if (codes.stream().anyMatch(c -> read(c, "liveKey") != null && c.email().equals(code.email()))) {
            throw new IllegalStateException("The address has a live code already");
        }
        codes.add(code);
    }

    @Override
    public void retire(EmailAddress email) {
        codes.stream().filter(c -> c.email().equals(email)).forEach(c -> write(c, "liveKey", null));
    }

    @Override
    public Optional<LoginCode> findLocked(String attemptHash, SignInPlace place) {
        return codes.stream()
                .filter(c -> c.attemptHash().equals(attemptHash) && c.place() == place)
                .reduce((earlier, later) -> later);
    }

    @Override
    public synchronized boolean consume(UUID id, String codeHash, Instant now) {
        Optional<LoginCode> found = codes.stream()
                .filter(c -> c.id().equals(id) && c.codeHash().equals(codeHash) && c.isOpenAt(now))
                .findFirst();
        found.ifPresent(c -> {
            write(c, "usedAt", now);
            write(c, "liveKey", null);
        });
        return found.isPresent();
    }

    @Override
    public synchronized boolean complete(UUID id, Instant now) {
        Optional<LoginCode> found = codes.stream()
                .filter(c -> c.id().equals(id) && read(c, "usedAt") != null && read(c, "completedAt") == null)
                .findFirst();
        found.ifPresent(c -> write(c, "completedAt", now));
        return found.isPresent();
    }

    @Override
    public int deleteExpiredBefore(Instant instant) {
        int before = codes.size();
        codes.removeIf(c -> c.expiresAt().isBefore(instant));
        return before - codes.size();
    }

    private static @Nullable Object read(LoginCode code, String name) {
        try {
            return field(name).get(code);
        } catch (IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }

    private static void write(LoginCode code, String name, @Nullable Object content) {
        try {
            field(name).set(code, content);
        } catch (IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Field field(String name) {
        try {
            Field field = LoginCode.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new LinkageError("The field was renamed", e);
        }
    }
}
