package org.chancery.model.platform;

import org.jspecify.annotations.Nullable;

/**
 * One way the domain says no. Each feature lists its refusals in an enum that implements this, so that a test can see
 * that every (code, reason) is unique and has a text in each bundle, under {@code problem.<code>} or
 * {@code problem.<code>.<reason>}.
 */
public interface Refusal {

    ProblemCode code();

    /** The stable word that tells refusals of one code apart, or null when the code says it all. */
    @Nullable
    String reason();

    /** The key of the text shown to people. */
    default String textKey() {
        String reason = reason();
        return reason == null ? "problem." + code().number() : "problem." + code().number() + "." + reason;
    }

    /** What the caller can do about it: the code's remedy, unless a reason has one of its own. */
    default String remedy() {
        return code().remedy();
    }
}
