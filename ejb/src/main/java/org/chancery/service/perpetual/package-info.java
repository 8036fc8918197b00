/** Perpetual licenses as they are shown. How they are ordered and paid is checkout's to know. */
@NullMarked
package org.chancery.service.perpetual;

import org.jspecify.annotations.NullMarked;
