/** The real client against the real rotation of the server, over a simulated wire and disk. */
@NullMarked
package org.chancery.client;

import org.jspecify.annotations.NullMarked;
