/** What the container tests stand on: the database, the server, the calls. Holds no test. */
@NullMarked
package org.chancery.it.harness;

import org.jspecify.annotations.NullMarked;
