/** REST calls about accounts, users, operators, tokens and the vendor's settings. */
@NullMarked
package org.chancery.web.api.account;

import org.jspecify.annotations.NullMarked;
