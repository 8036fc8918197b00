package org.chancery.service.account;

import org.jspecify.annotations.Nullable;

/**
 * Where an operator's sign-in stands after the mailed code.
 *
 * @param operator whoever is signed in now; null while a second factor is still asked for
 */
public record OperatorSignIn(Stage stage, @Nullable SignedInOperator operator) {

    /** What comes next. */
    public enum Stage {
        SIGNED_IN,
        ASK_SECOND_FACTOR,
        SET_UP_SECOND_FACTOR
    }
}
