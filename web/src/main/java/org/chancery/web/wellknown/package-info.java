/** What clients find at fixed addresses of the server's root (RFC 8615). */
@NullMarked
package org.chancery.web.wellknown;

import org.jspecify.annotations.NullMarked;
