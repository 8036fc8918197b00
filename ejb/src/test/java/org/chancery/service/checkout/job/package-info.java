/** Tests of what timers do with what is due. */
@NullMarked
package org.chancery.service.checkout.job;

import org.jspecify.annotations.NullMarked;
