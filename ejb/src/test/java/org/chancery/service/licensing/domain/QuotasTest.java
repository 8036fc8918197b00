package org.chancery.service.licensing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Usage;
import org.chancery.service.licensing.QuotaUse;
import org.junit.jupiter.api.Test;

/** The grant: 500 devices, assets without limit. */
class QuotasTest {

    private static final Grant GRANT = Grants.startup();

    @Test
    void instances_are_added_up() {
        assertThat(Quotas.used(GRANT, List.of(usage("devices", 200), usage("devices", 150), usage("assets", 9))))
                .isEqualTo(Map.of("devices", new QuotaUse(500L, 350), "assets", new QuotaUse("unlimited", 9)));
        assertThat(Quotas.used(GRANT, List.of())).isEmpty();
    }

    @Test
    void the_limit_itself_is_not_exceeded() {
        assertThat(Quotas.exceeded(GRANT, List.of(usage("devices", 250), usage("devices", 250))))
                .isEmpty();
        assertThat(Quotas.exceeded(GRANT, List.of(usage("devices", 250), usage("devices", 251))))
                .isEqualTo(Map.of("devices", new QuotaUse(500L, 501)));
    }

    @Test
    void what_is_unlimited_or_not_granted_is_never_exceeded() {
        List<Usage> reports = List.of(usage("assets", Usage.MOST), usage("rockets", 3));

        assertThat(Quotas.exceeded(GRANT, reports)).isEmpty();
        assertThat(Quotas.used(GRANT, reports)).containsOnlyKeys("assets");
    }

    private static Usage usage(String code, long amount) {
        return Usage.of(Map.of(code, amount));
    }
}
