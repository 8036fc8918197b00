/** Rules that hold for the whole house. */
@NullMarked
package org.chancery;

import org.jspecify.annotations.NullMarked;
