/** The words, amounts and codes of a document, before anything is drawn. */
@NullMarked
package org.chancery.service.document.domain;

import org.jspecify.annotations.NullMarked;
