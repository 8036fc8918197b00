/** What payments need of a provider, in our words. */
@NullMarked
package org.chancery.service.payment.port;

import org.jspecify.annotations.NullMarked;
