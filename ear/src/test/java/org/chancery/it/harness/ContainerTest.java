package org.chancery.it.harness;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that calls the running server from outside and leaves its invariants whole. */
@Retention(RUNTIME)
@Target(TYPE)
@ExtendWith({ArquillianExtension.class, InvariantsHold.class})
public @interface ContainerTest {}
