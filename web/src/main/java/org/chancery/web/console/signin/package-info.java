/** How operators come in: an address, a code, and a second factor. */
@NullMarked
package org.chancery.web.console.signin;

import org.jspecify.annotations.NullMarked;
