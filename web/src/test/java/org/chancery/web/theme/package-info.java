/** What holds for the theme, the sheets, the pages and their texts; the rules are read off the sources. */
@NullMarked
package org.chancery.web.theme;

import org.jspecify.annotations.NullMarked;
