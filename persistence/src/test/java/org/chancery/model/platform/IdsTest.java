package org.chancery.model.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    @Test
    void ids_are_uuids_of_version_7_that_carry_the_time() {
        UUID id = new Ids(InstantSource.fixed(NOW), new SecureRandom()).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_of_one_millisecond_follow_each_other() {
        Ids ids = new Ids(InstantSource.fixed(NOW), new SecureRandom());
        String before = "";
        for (int i = 0; i < 10_000; i++) {
            String id = ids.next().toString();
            assertThat(id).isGreaterThan(before);
            before = id;
        }
    }
}
