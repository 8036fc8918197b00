package org.chancery.web.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.idempotency.IdempotencyRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.service.idempotency.IdempotencyService;
import org.chancery.service.idempotency.KeyedCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a call under a key, or answers it as the first one was answered. The key is taken before the work and given back
 * only when the work is known to have changed nothing.
 */
final class OncePerKey {

    private static final Logger LOG = LoggerFactory.getLogger(OncePerKey.class);
    private static final int ATTEMPTS = 3;

    private final IdempotencyService calls;

    OncePerKey(IdempotencyService calls) {
        this.calls = calls;
    }

    /** @throws DomainException when the key was used with another body, or its first call still runs */
    void run(KeyedCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<UUID> begun = Optional.empty();
        for (int attempt = 1; begun.isEmpty(); attempt++) {
            Optional<byte[]> kept = calls.answerOf(call);
            if (kept.isPresent()) {
                KeptAnswer.read(kept.get()).writeTo(response);
                return;
            }
            begun = begin(call, attempt);
        }
        first(begun.get(), request, response, chain);
    }

    /**
     * Empty when another call took the key in the same moment: its answer, or its progress, is ours. It may also have been
     * refused by now, which frees the key again; who keeps meeting such calls is told to wait like all others.
     */
    private Optional<UUID> begin(KeyedCall call, int attempt) {
        try {
            return Optional.of(calls.begin(call));
        } catch (DomainException taken) {
            if (taken.refusal() != IdempotencyRefusal.IN_PROGRESS || attempt == ATTEMPTS) {
                throw taken;
            }
            return Optional.empty();
        }
    }

    private void first(UUID id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RecordedResponse recorded = new RecordedResponse(response);
        boolean done = false;
        KeptAnswer answer;
        try {
            chain.doFilter(request, recorded);
            answer = recorded.answer();
            done = answer.status() / 100 == 2;
        } finally {
            if (!done) {
                calls.forget(id);
            }
        }
        if (done) {
            keep(id, answer);
        }
        recorded.release(answer);
    }

    /**
     * The thing is done, so its caller hears of it even when the answer can't be kept. The key then stays taken: a
     * repetition is told to wait, for letting it through would do the thing twice.
     */
    private void keep(UUID id, KeptAnswer answer) {
        try {
            calls.end(id, answer.toBytes());
        } catch (RuntimeException e) {
            LOG.error("idempotency.answer-not-kept call={} status={}", id, answer.status(), e);
        }
    }
}
