/** The catalog as operators write it and everyone reads it: documents, their replacement, and the starter catalog. */
@NullMarked
package org.chancery.service.catalog;

import org.jspecify.annotations.NullMarked;
