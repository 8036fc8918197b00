/** The typed amounts of the console under test. */
@NullMarked
package org.chancery.web.console.component;

import org.jspecify.annotations.NullMarked;
