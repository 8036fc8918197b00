/** The catalog over REST: one document, read by everyone, replaced by operators. */
@NullMarked
package org.chancery.web.api.catalog;

import org.jspecify.annotations.NullMarked;
