package org.chancery.service.job;

/** The hold of this node on the job that it is doing. Work that takes long asks, between its steps, whether it lasts. */
@FunctionalInterface
public interface JobHold {

    /** For work that is done on request, whoever holds the job: rows decide all the same. */
    JobHold FREE = () -> true;

    /**
     * Extends the hold when it is time to.
     *
     * @return false when another run has taken the job: stop then, and leave the rest to it
     */
    boolean lasts();
}
