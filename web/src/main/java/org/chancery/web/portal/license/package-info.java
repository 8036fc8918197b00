/** A license by itself: its secret. */
@NullMarked
package org.chancery.web.portal.license;

import org.jspecify.annotations.NullMarked;
