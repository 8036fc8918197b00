package org.chancery.service.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.FirstStart;
import org.chancery.service.platform.Roles;

/** Gives a new sandbox something to sell. In production the catalog is an operator's decision. */
@Singleton
@Startup
@DependsOn({"DatabaseMigrator", "SandboxClockStart"})
@RunAs(Roles.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN) // the service's transaction is its own
public class StarterCatalogImport {

    private final CatalogService catalog;
    private final ChanceryConfig config;

    @Inject
    public StarterCatalogImport(CatalogService catalog, ChanceryConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    @SuppressWarnings("NullAway")
    public StarterCatalogImport() { // the EJB proxy needs it
        this(null, null);
    }

    @PostConstruct
    void importStarter() {
        if (config.isSandbox()) {
            FirstStart.prepare(this::importIntoEmpty);
        }
    }

    private void importIntoEmpty() {
        if (catalog.isEmpty()) {
            catalog.importStarter();
        }
    }
}
