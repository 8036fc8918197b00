/** Who did what, when: append-only, written in the transaction of the deed itself. */
@NullMarked
package org.chancery.model.audit;

import org.jspecify.annotations.NullMarked;
