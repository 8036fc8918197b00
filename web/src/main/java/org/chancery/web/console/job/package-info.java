/** The jobs as operators see them: when each one last ran, where, how long and how it ended. */
@NullMarked
package org.chancery.web.console.job;

import org.jspecify.annotations.NullMarked;
