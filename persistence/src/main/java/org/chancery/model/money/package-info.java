/** Amounts of money and their exact arithmetic. Knows no feature. */
@NullMarked
package org.chancery.model.money;

import org.jspecify.annotations.NullMarked;
