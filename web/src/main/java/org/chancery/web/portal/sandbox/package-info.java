/** Pages that only the sandbox has. */
@NullMarked
package org.chancery.web.portal.sandbox;

import org.jspecify.annotations.NullMarked;
