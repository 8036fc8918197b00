/** What the customer has to pay and what the vendor owes, as customers see it. */
@NullMarked
package org.chancery.web.portal.billing;

import org.jspecify.annotations.NullMarked;
