package org.chancery.service.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** A restart leaves the sandbox's clock where it stood. */
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
}
