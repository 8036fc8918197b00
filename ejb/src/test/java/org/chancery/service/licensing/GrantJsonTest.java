package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Limit;
import org.chancery.model.licensing.SeatClass;
import org.junit.jupiter.api.Test;

class GrantJsonTest {

    @Test
    void a_grant_is_read_back_as_it_was_written() {
        for (Grant grant : List.of(Grants.startup(), Grants.grant(3, 0, 600, LocalDate.of(2027, 4, 10)))) {
            assertThat(GrantJson.read(GrantJson.write(grant))).isEqualTo(grant);
        }
    }

    @Test
    void the_text_is_the_same_in_whatever_order_the_parts_came() {
        Grant one = grant(List.of("b", "a"));
        Grant other = grant(List.of("a", "b", "a"));

        assertThat(GrantJson.write(one))
                .isEqualTo(GrantJson.write(other))
                .isEqualTo("{\"plan\":{\"code\":\"p\",\"name\":\"P\"},"
                        + "\"limits\":{\"assets\":\"unlimited\",\"devices\":10},\"features\":[\"a\",\"b\"],"
                        + "\"addOns\":{},\"support\":\"community\","
                        + "\"seats\":{\"production\":\"unlimited\",\"development\":0},\"leaseSeconds\":60}");
    }

    private static Grant grant(List<String> features) {
        return new Grant(
                "p",
                "P",
                new TreeMap<>(Map.of("devices", Limit.of(10), "assets", Limit.UNLIMITED)),
                features,
                new TreeMap<>(),
                "community",
                Map.of(SeatClass.PRODUCTION, Limit.UNLIMITED),
                60,
                null);
    }
}
