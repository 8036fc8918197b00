/**
 * Payments: ways to pay, attempts to collect an invoice and money that came in, each applied once. The sandbox's
 * make-believe provider keeps its memory here too.
 */
@NullMarked
package org.chancery.model.payment;

import org.jspecify.annotations.NullMarked;
