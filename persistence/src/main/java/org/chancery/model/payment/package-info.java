/** Payments: attempts to collect an invoice and money that came in, each applied once. */
@NullMarked
package org.chancery.model.payment;

import org.jspecify.annotations.NullMarked;
