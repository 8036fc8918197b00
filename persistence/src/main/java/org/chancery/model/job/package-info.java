/** The jobs that time alone wakes, and for each of them one row: which node does it now, and how it last ended. */
@NullMarked
package org.chancery.model.job;

import org.jspecify.annotations.NullMarked;
