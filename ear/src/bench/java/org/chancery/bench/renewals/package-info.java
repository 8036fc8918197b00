/** Many subscriptions at once, and the rows of their renewals written bare. Deployed by the bench only, on PostgreSQL. */
@NullMarked
package org.chancery.bench.renewals;

import org.jspecify.annotations.NullMarked;
