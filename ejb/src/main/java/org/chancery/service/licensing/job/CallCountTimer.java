package org.chancery.service.licensing.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.chancery.service.licensing.CallCountService;
import org.chancery.service.platform.Roles;

/** Keeps the counts from piling up. Running on every node at once is harmless. */
@Singleton
@Lock(LockType.READ)
@RunAs(Roles.SYSTEM)
public class CallCountTimer {

    @Inject
    private CallCountService calls;

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forgetOld() {
        calls.forgetOld();
    }
}
