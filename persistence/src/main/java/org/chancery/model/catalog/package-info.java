/** What the vendor sells: products, their plans and the immutable prices. Knows no add-on beyond its id. */
@NullMarked
package org.chancery.model.catalog;

import org.jspecify.annotations.NullMarked;
