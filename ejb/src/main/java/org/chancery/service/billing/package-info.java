/** Invoices as others see them. */
@NullMarked
package org.chancery.service.billing;

import org.jspecify.annotations.NullMarked;
