/** The vendor's customers, as operators see and open them. */
@NullMarked
package org.chancery.web.console.account;

import org.jspecify.annotations.NullMarked;
