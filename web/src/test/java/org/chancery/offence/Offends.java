package org.chancery.offence;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** This class breaks a rule on purpose; the rule has to name it. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Offends {

    /** The rule's name. */
    String value();
}
