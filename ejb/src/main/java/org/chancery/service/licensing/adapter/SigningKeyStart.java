package org.chancery.service.licensing.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Has the first key made before anybody activates an instance: from then on a missing key is a lost one, and is never
 * replaced by itself. A node whose keys can't be used starts all the same, and says so by its readiness.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeyStart {

    @Inject
    private SigningReadiness keys;

    @PostConstruct
    void makeFirstKey() {
        keys.isReady();
    }
}
