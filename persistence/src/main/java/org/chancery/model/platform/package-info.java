/** What every feature of the model stands on: roots, ids, refusals. Knows no feature. */
@NullMarked
package org.chancery.model.platform;

import org.jspecify.annotations.NullMarked;
