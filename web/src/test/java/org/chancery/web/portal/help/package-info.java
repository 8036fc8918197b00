@NullMarked
package org.chancery.web.portal.help;

import org.jspecify.annotations.NullMarked;
