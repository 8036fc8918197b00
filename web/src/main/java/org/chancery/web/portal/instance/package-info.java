/** The running instances of a customer, and how a person stops one. */
@NullMarked
package org.chancery.web.portal.instance;

import org.jspecify.annotations.NullMarked;
