/** The keys that sign, as administrators see and replace them. */
@NullMarked
package org.chancery.web.console.key;

import org.jspecify.annotations.NullMarked;
