package org.chancery.service.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** This service method changes nothing. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface ReadOnly {}
