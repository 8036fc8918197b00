/** Subscriptions as others see them. */
@NullMarked
package org.chancery.service.subscription;

import org.jspecify.annotations.NullMarked;
