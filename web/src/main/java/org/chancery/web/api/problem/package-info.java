/** Turns every refusal and fault into application/problem+json (RFC 9457). Nothing here decides anything. */
@NullMarked
package org.chancery.web.api.problem;

import org.jspecify.annotations.NullMarked;
