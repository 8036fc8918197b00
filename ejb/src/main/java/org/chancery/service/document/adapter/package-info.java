/** Documents as Factur-X: CII written by Mustang, pages drawn by PDFBox. */
@NullMarked
package org.chancery.service.document.adapter;

import org.jspecify.annotations.NullMarked;
