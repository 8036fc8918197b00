/** The tax rates that operators keep. */
@NullMarked
package org.chancery.web.console.tax;

import org.jspecify.annotations.NullMarked;
