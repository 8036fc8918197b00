package org.chancery.model.idempotency;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembered calls in memory. */
public class InMemoryIdempotentCalls implements IdempotentCalls {

    private final List<IdempotentCall> calls = new ArrayList<>();

    @Override
    public void add(IdempotentCall call) {
        if (find(text(call, "callerHash"), text(call, "path"), text(call, "idempotencyKey"))
                .isPresent()) {
            throw call.isBeatenToItsKey(new IllegalStateException("The key is there already"));
        }
        calls.add(call);
    }

    @Override
    public Optional<IdempotentCall> find(String callerHash, String path, String idempotencyKey) {
        return calls.stream()
                .filter(call -> text(call, "callerHash").equals(callerHash)
                        && text(call, "path").equals(path)
                        && text(call, "idempotencyKey").equals(idempotencyKey))
                .findFirst();
    }

    @Override
    public Optional<IdempotentCall> find(UUID id) {
        return calls.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    @Override
    public void remove(UUID id) {
        calls.removeIf(call -> call.id().equals(id));
    }

    @Override
    public int removeStartedBefore(Instant instant, int limit) {
        List<IdempotentCall> old = calls.stream()
                .filter(call ->
                        call.isForgottenAt(instant.plus(IdempotentCall.KEPT).minusNanos(1)))
                .limit(limit)
                .toList();
        calls.removeAll(old);
        return old.size();
    }

    // The entity keeps these to itself; a database finds it by them all the same.
    private static String text(IdempotentCall call, String name) {
        try {
            Field field = IdempotentCall.class.getDeclaredField(name);
            field.setAccessible(true);
            return (String) field.get(call);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The field was renamed", e);
        }
    }
}
