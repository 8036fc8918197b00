/** Extras that are bought in a quantity, what each unit grants, and the plans that may take them. */
@NullMarked
package org.chancery.model.addon;

import org.jspecify.annotations.NullMarked;
