/** Invoices: frozen requests for money, their lines, their gapless numbers and the payments recorded on them. */
@NullMarked
package org.chancery.model.billing;

import org.jspecify.annotations.NullMarked;
