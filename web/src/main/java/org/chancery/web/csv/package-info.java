/** Sheets of comma-separated values, for the API and the console alike. */
@NullMarked
package org.chancery.web.csv;

import org.jspecify.annotations.NullMarked;
