package org.chancery.bench.renewals;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its one resource, so that nothing is scanned for. */
@ApplicationPath("/")
public class RenewalsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RenewalsResource.class);
    }
}
