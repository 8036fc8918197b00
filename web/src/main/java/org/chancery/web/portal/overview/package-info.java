/** The first page after signing in: what is running, what is due, what needs a look. */
@NullMarked
package org.chancery.web.portal.overview;

import org.jspecify.annotations.NullMarked;
