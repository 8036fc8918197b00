/** What makes checkout finish by itself what was left open. Rows decide what is done. */
@NullMarked
package org.chancery.service.checkout.job;

import org.jspecify.annotations.NullMarked;
