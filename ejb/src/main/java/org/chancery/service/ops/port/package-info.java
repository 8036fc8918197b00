/** What other features tell operations, in words of operations. */
@NullMarked
package org.chancery.service.ops.port;

import org.jspecify.annotations.NullMarked;
