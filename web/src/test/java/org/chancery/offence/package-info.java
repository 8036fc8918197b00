/**
 * Proof that the rules of the house bite: for each of them classes that break it. They lie where the rule looks, in
 * packages named {@code offence} below the features, and only among the tests, where the rules themselves don't look.
 */
@NullMarked
package org.chancery.offence;

import org.jspecify.annotations.NullMarked;
