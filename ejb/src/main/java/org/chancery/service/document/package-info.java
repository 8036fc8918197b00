/**
 * Invoices and credit notes as documents: the value that is frozen when one is finalised, its one JSON text with its hash,
 * and the archive of many. How a document looks as PDF and XML is behind {@link
 * org.chancery.service.document.port.InvoiceRenderer}.
 */
@NullMarked
package org.chancery.service.document;

import org.jspecify.annotations.NullMarked;
