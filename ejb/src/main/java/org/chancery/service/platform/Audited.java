package org.chancery.service.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * This service method changes something and writes an audit row about it, in the same transaction. The architecture
 * test sees that every public service method is either this, {@link ReadOnly} or {@link Unaudited}.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Audited {

    /** The action as the audit trail shows it, {@code <feature>.<verb>}. */
    String value();
}
