/** Ed25519 by BouncyCastle, compact JWS, and the keys for both. */
@NullMarked
package org.chancery.service.licensing.adapter;

import org.jspecify.annotations.NullMarked;
