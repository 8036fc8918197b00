/** What everybody may fetch: the client of the license protocol. */
@NullMarked
package org.chancery.web.download;

import org.jspecify.annotations.NullMarked;
