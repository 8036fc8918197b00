package org.chancery.service.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that time alone makes due. The sandbox's clock stops at each piece on its way and has it done there; timers do the
 * same minute by minute. Each piece is a transaction of its own.
 */
public interface DueWork {

    /**
     * A piece of work.
     *
     * @param at when it falls due; not before the one that came before it, except for what was late already
     * @param work does it, and never throws
     */
    record Piece(Instant at, Runnable work) {}

    /** The piece that falls due first, at the latest by then; empty when there is none. */
    Optional<Piece> next(Instant until);
}
