/** Invoices of everybody, and the money that operators see arrive. */
@NullMarked
package org.chancery.web.console.invoice;

import org.jspecify.annotations.NullMarked;
