/** What helps without a person: why a check failed, and what to do about it. Open to everybody. */
@NullMarked
package org.chancery.web.portal.help;

import org.jspecify.annotations.NullMarked;
