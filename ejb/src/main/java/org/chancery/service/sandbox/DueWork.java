package org.chancery.service.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that time alone makes due. The sandbox's clock stops wherever some falls due on its way and has it done there;
 * timers do the same minute by minute. One at a time on a node: who asks for the next waits until what runs is done.
 */
public interface DueWork {

    /** When the next piece falls due, at the latest by then; not before now. Empty when there is none. */
    Optional<Instant> next(Instant until);

    /** Does what is due now. Never throws because of one piece; what fails is left due later, or never. */
    void run();
}
