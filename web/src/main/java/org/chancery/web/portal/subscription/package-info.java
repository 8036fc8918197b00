/** What a customer has: each subscription with its price, license, invoices and instances. */
@NullMarked
package org.chancery.web.portal.subscription;

import org.jspecify.annotations.NullMarked;
