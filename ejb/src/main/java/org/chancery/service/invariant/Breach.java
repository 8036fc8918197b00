package org.chancery.service.invariant;

import java.io.Serializable;

/**
 * One row that breaks one invariant.
 *
 * @param rule such as {@code I3}, with what it says
 * @param subject the id of what breaks it
 */
public record Breach(String rule, String subject) implements Serializable {}
