/** Tests of what stands before every request. */
@NullMarked
package org.chancery.web.edge;

import org.jspecify.annotations.NullMarked;
