/** Tests of what pages show and how they spell it. */
@NullMarked
package org.chancery.web.portal.component;

import org.jspecify.annotations.NullMarked;
