package org.chancery.service.licensing.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.chancery.service.licensing.CallCountService;
import org.chancery.service.platform.Roles;

/** Keeps the counts from piling up. Running on every node at once is harmless. */
@Singleton
@DependsOn("DatabaseMigrator")
@RunAs(Roles.SYSTEM)
public class CallCountTimer {

    private final CallCountService calls;

    @Inject
    public CallCountTimer(CallCountService calls) {
        this.calls = calls;
    }

    @SuppressWarnings("NullAway")
    public CallCountTimer() { // the EJB proxy needs it
        this(null);
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forgetOld() {
        calls.forgetOld();
    }
}
