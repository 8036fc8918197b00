/** What every page uses: texts, converters, the frame around the pages. */
@NullMarked
package org.chancery.web.portal.component;

import org.jspecify.annotations.NullMarked;
