package org.chancery.service.licensing;

import java.io.Serializable;

/**
 * How much there is of a limit and how much of it the living instances of the license say they use, all together.
 *
 * @param limit a number, or the word {@code unlimited}
 */
public record QuotaUse(Serializable limit, long used) implements Serializable {}
