/** What checks are measured against: a row locked, read and written, and nothing else. Deployed by the bench only. */
@NullMarked
package org.chancery.bench.bare;

import org.jspecify.annotations.NullMarked;
