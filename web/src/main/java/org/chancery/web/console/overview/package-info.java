/** The console's first page: what needs an operator today. */
@NullMarked
package org.chancery.web.console.overview;

import org.jspecify.annotations.NullMarked;
