/** Perpetual licenses: what was bought once, and until when its releases are covered. */
@NullMarked
package org.chancery.model.perpetual;

import org.jspecify.annotations.NullMarked;
