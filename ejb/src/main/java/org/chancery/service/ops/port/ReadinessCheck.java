package org.chancery.service.ops.port;

/** Something without which this node can't serve. Whoever needs it says so by a bean of this type. */
public interface ReadinessCheck {

    /** One stable word for whoever asks why. */
    String name();

    /** Never throws, and is asked every few seconds. */
    boolean isReady();
}
