/** How JSON is read and written: strictly. */
@NullMarked
package org.chancery.web.api.json;

import org.jspecify.annotations.NullMarked;
