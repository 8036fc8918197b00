/** Pure arithmetic of an order: what is due, what credit covers. A preview and the order itself use the same code. */
@NullMarked
package org.chancery.service.checkout.domain;

import org.jspecify.annotations.NullMarked;
