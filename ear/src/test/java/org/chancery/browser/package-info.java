/** Journeys of a person in a real browser, and how the pages look and read on the way. */
@NullMarked
package org.chancery.browser;

import org.jspecify.annotations.NullMarked;
