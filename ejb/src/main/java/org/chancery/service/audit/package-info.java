/** Writes and reads the audit trail. */
@NullMarked
package org.chancery.service.audit;

import org.jspecify.annotations.NullMarked;
