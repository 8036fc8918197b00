package org.chancery.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    private static final String HOME = "/overview";
    private static final String[] FEW = {"/order/summary", "/order/{id}/done", "/subscriptions/{id}", "/perpetual/{id}"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/order/summary?product=iot-platform&addOns=custom-domains.2&pay=charge",
                "/order/01993f2a-6c00-7a10-8000-00000000aa01/done",
                "/subscriptions/01993f2a-6c00-7a10-8000-00000000aa01"
            })
    void an_errand_leads_on_to_the_pages_it_is_made_for(String wanted) {
        assertThat(ReturnAddress.among(wanted, HOME, FEW)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/console", "/subscriptions", "/billing/methods", "/order/plan"})
    void other_pages_of_ours_are_for_other_errands(String wanted) {
        assertThat(ReturnAddress.among(wanted, HOME, FEW)).isEqualTo(HOME);
        assertThat(ReturnAddress.orHome(wanted, HOME)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example/order/summary",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:/order/summary",
                "https:evil.example",
                "https://evil.example/order/summary",
                "%2f%2fevil.example",
                "/%2f/evil.example",
                "/order/summary#//evil.example",
                "/order/summary\r\nLocation: https://evil.example",
                "/order/../../evil",
                "order/summary",
                "javascript:alert(1)"
            })
    void nobody_is_led_elsewhere(String wanted) {
        assertThat(ReturnAddress.among(wanted, HOME, FEW)).isEqualTo(HOME);
        assertThat(ReturnAddress.orHome(wanted, HOME)).isEqualTo(HOME);
    }
}
