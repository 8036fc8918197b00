package org.chancery.service.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.chancery.model.platform.Ids;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the container's resources and the collaborators without a rule of their own injectable. */
@ApplicationScoped
public class PlatformProducers {

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource dataSource;

    @Produces
    @Dependent
    DataSource dataSource() {
        return dataSource;
    }

    @Produces
    @Singleton
    ChanceryConfig config() {
        return ChanceryConfig.read(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    /** The server has one unless it is told another: the machine's. */
    @Produces
    @Singleton
    NodeName nodeName() {
        return new NodeName(ConfigProvider.getConfig().getValue("jboss.node.name", String.class));
    }

    @Produces
    @Singleton
    @Typed(CommonClock.class) // a Clock for everybody else comes from the next producer
    CommonClock commonClock() {
        return new CommonClock(Clock.systemUTC());
    }

    @Produces
    @Singleton
    @MachineTime
    Clock machineClock(CommonClock clock) {
        return clock;
    }

    @Produces
    @Singleton
    @Typed(BusinessClock.class) // a Clock for everybody else comes from the next producer
    BusinessClock businessClock(@MachineTime Clock machine) {
        return new BusinessClock(machine);
    }

    @Produces
    @Dependent
    Clock clock(BusinessClock clock) {
        return clock;
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Ids ids(@MachineTime Clock machine, SecureRandom random) {
        return new Ids(machine, random);
    }

    @Produces
    @Singleton
    SecretGenerator secretGenerator(SecureRandom random) {
        return new SecretGenerator(random);
    }

    @Produces
    @Singleton
    SecretHasher secretHasher(ChanceryConfig config) {
        return new SecretHasher(config.masterKey());
    }

    @Produces
    @Singleton
    Vault vault(ChanceryConfig config, SecureRandom random) {
        return new Vault(config.masterKey(), random);
    }
}
