/** The first code that sees a request, under test. */
@NullMarked
package org.chancery.web.edge;

import org.jspecify.annotations.NullMarked;
