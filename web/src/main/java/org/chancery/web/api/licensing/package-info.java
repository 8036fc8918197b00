/** The license protocol as instances speak it, and licenses as their owners manage them. */
@NullMarked
package org.chancery.web.api.licensing;

import org.jspecify.annotations.NullMarked;
