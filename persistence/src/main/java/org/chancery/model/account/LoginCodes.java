package org.chancery.model.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;

/** All sign-in codes. Using one is a single conditional statement whose row count decides, never a read and a write. */
public interface LoginCodes {

    void add(LoginCode code);

    /** Ends the live code of the address, if there is one. */
    void retire(EmailAddress email);

    /** The newest code of a browser's attempt at this door, with its row locked. */
    Optional<LoginCode> findLocked(String attemptHash, SignInPlace place);

    /** @return true for exactly one caller, and only while the code is right, live and not yet used */
    boolean consume(UUID id, String codeHash, Instant now);

    /** Ends the wait for the second factor. @return true for exactly one caller */
    boolean complete(UUID id, Instant now);

    /** Forgets codes that ended before the instant. */
    int deleteExpiredBefore(Instant instant);
}
