/** Sheets of comma-separated values under test. */
@NullMarked
package org.chancery.web.csv;

import org.jspecify.annotations.NullMarked;
