/**
 * Who may come in: accounts with their users, operators, tokens, sign-in codes and the limits around them; and the
 * vendor's own settings.
 */
@NullMarked
package org.chancery.model.account;

import org.jspecify.annotations.NullMarked;
