/** How messages reach the server: HTTP with the settings of the site, and nothing of their meaning. */
@NullMarked
package org.chancery.client.wire;

import org.jspecify.annotations.NullMarked;
