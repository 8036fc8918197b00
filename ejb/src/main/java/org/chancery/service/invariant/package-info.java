/** The truths about money, seats and messages that must hold at every moment, and the check that looks for a breach. */
@NullMarked
package org.chancery.service.invariant;

import org.jspecify.annotations.NullMarked;
