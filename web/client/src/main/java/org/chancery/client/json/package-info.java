/** Strict JSON (RFC 8259): what is doubtful is refused. No more of it than the license protocol needs. */
@NullMarked
package org.chancery.client.json;

import org.jspecify.annotations.NullMarked;
