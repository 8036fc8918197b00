package org.chancery.service.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** This service method changes something that the audit trail leaves out on purpose, such as a job's own progress. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Unaudited {

    /** Why no audit row is written. */
    String value();
}
