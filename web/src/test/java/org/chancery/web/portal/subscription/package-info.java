@NullMarked
package org.chancery.web.portal.subscription;

import org.jspecify.annotations.NullMarked;
