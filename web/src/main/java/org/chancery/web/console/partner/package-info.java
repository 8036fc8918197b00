/** Partners in the console: listed, added, retired, and what they sold. */
@NullMarked
package org.chancery.web.console.partner;

import org.jspecify.annotations.NullMarked;
