/** What licensing needs from cryptography, in its own words. */
@NullMarked
package org.chancery.service.licensing.port;

import org.jspecify.annotations.NullMarked;
