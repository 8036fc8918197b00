/** What the vendor says about itself and how it sells. */
@NullMarked
package org.chancery.web.console.settings;

import org.jspecify.annotations.NullMarked;
