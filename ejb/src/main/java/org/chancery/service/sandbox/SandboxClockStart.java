package org.chancery.service.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** A restart leaves the sandbox's clock where it stood, and every node's goes where one of them is put. */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
public class SandboxClockStart {

    @Inject
    private SandboxClockService clock;

    @PostConstruct
    void restore() {
        clock.restore();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void follow() {
        clock.restore();
    }
}
