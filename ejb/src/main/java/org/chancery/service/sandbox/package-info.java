/** What the sandbox offers, a clock that can be set and people to sign in as, and the greeting that tells of it. */
@NullMarked
package org.chancery.service.sandbox;

import org.jspecify.annotations.NullMarked;
