/** The first code that sees a request: limits, headers, routes, errors. Knows no feature. */
@NullMarked
package org.chancery.web.edge;

import org.jspecify.annotations.NullMarked;
