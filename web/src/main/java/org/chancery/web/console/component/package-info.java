/** What several pages of the console use: who may do what, words of statuses, typed amounts. */
@NullMarked
package org.chancery.web.console.component;

import org.jspecify.annotations.NullMarked;
