/** Makes a repeated call do nothing twice: same caller, path and key, same answer. */
@NullMarked
package org.chancery.service.idempotency;

import org.jspecify.annotations.NullMarked;
