/** Account credit: shown, granted, used. */
@NullMarked
package org.chancery.service.credit;

import org.jspecify.annotations.NullMarked;
