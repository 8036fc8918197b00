package org.chancery.service.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node prepares in a database that is still empty, where another node may be starting at the same moment. Whoever is
 * slower fails on the other's rows, and finds everything there when it looks once more; what fails again is a fault.
 */
public final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private FirstStart() {}

    /** @param preparation a transaction of its own, which does nothing where its rows are there already */
    public static void prepare(Runnable preparation) {
        try {
            preparation.run();
        } catch (RuntimeException lost) {
            LOG.info("start.again reason={}", lost.toString());
            preparation.run();
        }
    }
}
