/** Account credit: what the vendor owes an account, as an append-only double-entry ledger. The sum is always computed. */
@NullMarked
package org.chancery.model.credit;

import org.jspecify.annotations.NullMarked;
