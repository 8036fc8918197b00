@NullMarked
package org.chancery.web.portal.instance;

import org.jspecify.annotations.NullMarked;
