/** What the authorisation matrix needs beside its table: the actors, the things they reach for, a browser of its own. */
@NullMarked
package org.chancery.it.authorisation;

import org.jspecify.annotations.NullMarked;
