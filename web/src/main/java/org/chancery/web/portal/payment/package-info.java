/** Cards and bank accounts of a customer, and paying an open invoice with them. */
@NullMarked
package org.chancery.web.portal.payment;

import org.jspecify.annotations.NullMarked;
