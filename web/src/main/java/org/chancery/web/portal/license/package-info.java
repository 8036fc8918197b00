/** A license by itself: its secret, the files that deploy its instances, and those with which they run offline. */
@NullMarked
package org.chancery.web.portal.license;

import org.jspecify.annotations.NullMarked;
