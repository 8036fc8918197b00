/** Pure rules of licensing: how long a lease lasts, what a license grants, what a well-formed message is. */
@NullMarked
package org.chancery.service.licensing.domain;

import org.jspecify.annotations.NullMarked;
