/** Billing periods and the spans of time that a charge pays for. Knows no feature. */
@NullMarked
package org.chancery.model.time;

import org.jspecify.annotations.NullMarked;
