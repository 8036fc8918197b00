package org.chancery.service.account.job;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.chancery.service.account.FirstDataService;

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
        try {
            data.prepare();
        } catch (EJBException e) {
            if (!isLostRace(e)) {
                throw e;
            }
            data.prepare(); // another node was faster and its rows are there now
        }
    }

    private static boolean isLostRace(EJBException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException || cause instanceof jakarta.transaction.RollbackException) {
                return true;
            }
        }
        return false;
    }
}
