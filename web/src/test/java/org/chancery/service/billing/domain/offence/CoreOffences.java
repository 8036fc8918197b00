package org.chancery.service.billing.domain.offence;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import org.chancery.offence.Offends;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calculations that know where they run. */
public class CoreOffences {

    @Offends("the_pure_core_knows_no_container")
    public static class IsInjected {
        @Inject
        public IsInjected() {}
    }

    @Offends("the_pure_core_knows_no_container")
    public static class Logs {
        public static final Logger LOG = LoggerFactory.getLogger(Logs.class);
    }

    @Offends("the_pure_core_knows_no_container")
    public record ReadsJson(JsonNode document) {}

    @Offends("the_pure_core_knows_no_container")
    public record OwnsAClock(Clock clock) {}
}
