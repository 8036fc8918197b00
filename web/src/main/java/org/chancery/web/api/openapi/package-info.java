/** The OpenAPI document of the whole server: written by hand, one piece per feature, kept true by a test. */
@NullMarked
package org.chancery.web.api.openapi;

import org.jspecify.annotations.NullMarked;
