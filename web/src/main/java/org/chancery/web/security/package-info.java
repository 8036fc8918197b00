/** Who a request speaks for: bearer tokens for the API, the session for pages. */
@NullMarked
package org.chancery.web.security;

import org.jspecify.annotations.NullMarked;
