/**
 * What the client remembers across restarts, and how it is written so that a crash at any moment leaves either what was
 * or what is.
 */
@NullMarked
package org.chancery.client.state;

import org.jspecify.annotations.NullMarked;
