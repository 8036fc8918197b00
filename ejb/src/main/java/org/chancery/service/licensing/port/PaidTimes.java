package org.chancery.service.licensing.port;

import java.util.UUID;

/** What licensing may know of money: how long a license is paid for. Whoever sells licenses says so. */
public interface PaidTimes {

    /** How long this license is paid for, as of now; takes no lock. */
    PaidTime of(UUID licenseId);
}
