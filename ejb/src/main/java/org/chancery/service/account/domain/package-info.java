/** Pure rules of sign-in and settings: one-time passwords, recovery codes, network addresses, what settings may be. */
@NullMarked
package org.chancery.service.account.domain;

import org.jspecify.annotations.NullMarked;
