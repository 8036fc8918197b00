/**
 * Coming in and staying in: sign-in by mailed code, the operators' second factor, accounts with their users and tokens,
 * and the vendor's settings.
 */
@NullMarked
package org.chancery.service.account;

import org.jspecify.annotations.NullMarked;
