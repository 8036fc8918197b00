/** Texts and dates of the portal under test. */
@NullMarked
package org.chancery.web.portal.component;

import org.jspecify.annotations.NullMarked;
