/** The nightly look for breaches. */
@NullMarked
package org.chancery.service.invariant.job;

import org.jspecify.annotations.NullMarked;
