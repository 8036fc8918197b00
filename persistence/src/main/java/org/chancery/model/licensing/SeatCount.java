package org.chancery.model.licensing;

import java.util.UUID;

/** How many seats of a class are taken on a license. */
public record SeatCount(UUID licenseId, SeatClass seatClass, long taken) {}
