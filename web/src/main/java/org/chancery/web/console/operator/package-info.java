/** The vendor's staff and what each may do. */
@NullMarked
package org.chancery.web.console.operator;

import org.jspecify.annotations.NullMarked;
