package org.chancery.service.sandbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.chancery.service.platform.ChanceryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, once everything has started, where the application is and, in the sandbox, how to get in. */
@Singleton
@Startup
@DependsOn({"SandboxClockStart", "StarterCatalogImport", "FirstDataStart"})
public class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);
    private static final String BUILT_IN_TOKEN = "opr_sandbox";

    @Inject
    private ChanceryConfig config;

    @PostConstruct
    void greet() {
        lines(config).forEach(line -> LOG.info("{}", line));
    }

    /** One line each for a person to read. A token that somebody chose is a secret and is not among them. */
    static List<String> lines(ChanceryConfig config) {
        URI base = config.baseUrl();
        if (!config.isSandbox()) {
            return List.of("Chancery serves " + base);
        }
        String token =
                BUILT_IN_TOKEN.equals(config.operatorToken()) ? BUILT_IN_TOKEN : "as CHANCERY_OPERATOR_TOKEN says";
        return List.of(
                "Chancery sandbox at " + base,
                "  portal          " + base + "/sign-in          sample customer  " + SandboxAddresses.CUSTOMER,
                "  console         " + base + "/console/sign-in  operator         " + SandboxAddresses.OPERATOR,
                "  sign-in codes   " + base + "/sandbox/mailbox",
                "  REST            " + base + "/api/openapi.json operator token   " + token);
    }
}
