/** How customers come in: an address, a code, and the company's details the first time. */
@NullMarked
package org.chancery.web.portal.signin;

import org.jspecify.annotations.NullMarked;
