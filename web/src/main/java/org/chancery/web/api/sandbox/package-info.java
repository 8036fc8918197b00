/** REST calls that only the sandbox answers. */
@NullMarked
package org.chancery.web.api.sandbox;

import org.jspecify.annotations.NullMarked;
