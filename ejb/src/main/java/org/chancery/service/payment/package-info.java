/** Ways to pay, and collecting by them: talking to the provider with no transaction open, recording with one. */
@NullMarked
package org.chancery.service.payment;

import org.jspecify.annotations.NullMarked;
