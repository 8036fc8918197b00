package org.chancery.service.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.service.ops.port.ReadinessCheck;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that is about to be stopped says that it is not ready while it still serves, so that the load balancer has turned
 * away from it before it stops. Whoever stops it asks for that by a file, since at that moment there may be no operator,
 * no token and no network: only a script on the same machine.
 */
@ApplicationScoped
public class Draining implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final Path wish;

    @Inject
    public Draining() {
        this(Path.of(ConfigProvider.getConfig().getValue("jboss.server.data.dir", String.class), "draining"));
    }

    /** @param wish the file whose presence asks for it */
    Draining(Path wish) {
        this.wish = wish;
    }

    /** A file that is there already was meant for the former process. */
    void forgetFormerWish(@Observes Startup event) {
        try {
            Files.deleteIfExists(wish);
        } catch (IOException e) {
            LOG.warn("draining.stuck file={} reason={}", wish, e.toString());
        }
    }

    @Override
    public String name() {
        return "draining";
    }

    @Override
    public boolean isReady() {
        return !Files.exists(wish);
    }
}
