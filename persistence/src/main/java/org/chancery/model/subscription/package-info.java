/** Subscriptions: an account's standing order for a plan and its add-ons. Knows nothing of invoices or licenses' inside. */
@NullMarked
package org.chancery.model.subscription;

import org.jspecify.annotations.NullMarked;
