/** The machine the client runs on. Everything else is told the time and given its random numbers. */
@NullMarked
package org.chancery.client.platform;

import org.jspecify.annotations.NullMarked;
