package org.chancery.service.account.job;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.service.account.FirstDataService;
import org.chancery.service.platform.FirstStart;

/** Prepares the first data once the schema is there, before anybody can call. */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstDataStart {

    @Inject
    private FirstDataService data;

    @PostConstruct
    void prepare() {
        FirstStart.prepare(data::prepare);
    }
}
