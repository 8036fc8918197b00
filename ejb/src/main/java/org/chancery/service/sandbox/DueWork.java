package org.chancery.service.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work that time alone makes due. The sandbox's clock stops at each piece on its way and has it done there; timers do the
 * same minute by minute. Each piece is a transaction of its own.
 */
public interface DueWork {

    /**
     * A piece of work.
     *
     * @param subject what it is about
     * @param at when it falls due; not before the one that came before it, except for what was late already
     */
    record Piece(UUID subject, Instant at) {}

    /** The piece that falls due first, at the latest by then; empty when there is none. */
    Optional<Piece> next(Instant until);

    /** Does the piece of this subject. Never throws, and leaves it due later or never. */
    void run(UUID subject);
}
