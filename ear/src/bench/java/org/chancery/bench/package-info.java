/** The load bench: how fast checks are beside the least that any server could do for them. Runs by {@code -Pbench} only. */
@NullMarked
package org.chancery.bench;

import org.jspecify.annotations.NullMarked;
