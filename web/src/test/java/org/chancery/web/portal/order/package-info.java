/** The steps of an order under test. */
@NullMarked
package org.chancery.web.portal.order;

import org.jspecify.annotations.NullMarked;
