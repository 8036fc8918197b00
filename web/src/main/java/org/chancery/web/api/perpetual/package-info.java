/** {@code /perpetual-licenses}: what is bought once, and further years of its updates. */
@NullMarked
package org.chancery.web.api.perpetual;

import org.jspecify.annotations.NullMarked;
