/** What only the sandbox has: the instant at which its clock stands. */
@NullMarked
package org.chancery.model.sandbox;

import org.jspecify.annotations.NullMarked;
