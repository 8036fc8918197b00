/** What the rest of the house asks of whoever turns documents into files. */
@NullMarked
package org.chancery.service.document.port;

import org.jspecify.annotations.NullMarked;
