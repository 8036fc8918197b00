/** What operations ask: is it alive, is it ready, what are its figures. */
@NullMarked
package org.chancery.web.ops;

import org.jspecify.annotations.NullMarked;
