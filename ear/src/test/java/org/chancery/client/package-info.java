/** The real client against the shipped server, over HTTP on which things go wrong and over the directories of this machine. */
@NullMarked
package org.chancery.client;

import org.jspecify.annotations.NullMarked;
