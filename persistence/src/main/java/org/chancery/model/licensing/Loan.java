package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/**
 * What offline licenses hold of an instance's seat.
 *
 * @param onlineUntil until when the seat would be taken without any file
 * @param useFileUntil until when the file is the only way to use the seat; after it the instance is welcome online again
 * @param lentUntil until when the seat is taken by files, whatever else happens to it
 */
@Embeddable
record Loan(
        @Column(name = "online_until") Instant onlineUntil,
        @Column(name = "use_file_until") Instant useFileUntil,
        @Column(name = "lent_until") Instant lentUntil)
        implements Serializable {

    Loan onlineUntil(Instant end) {
        return new Loan(end, useFileUntil, lentUntil);
    }

    /** Until when the seat is taken, by whichever lasts longer. */
    Instant seatUntil() {
        return onlineUntil.isAfter(lentUntil) ? onlineUntil : lentUntil;
    }
}
