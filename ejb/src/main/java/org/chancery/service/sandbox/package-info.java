/** What only the sandbox offers: a clock that can be set. In production none of it exists. */
@NullMarked
package org.chancery.service.sandbox;

import org.jspecify.annotations.NullMarked;
