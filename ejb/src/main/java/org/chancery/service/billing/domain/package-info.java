/** Pure billing arithmetic: from what was agreed to the lines of an invoice. */
@NullMarked
package org.chancery.service.billing.domain;

import org.jspecify.annotations.NullMarked;
