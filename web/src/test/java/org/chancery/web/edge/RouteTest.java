package org.chancery.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {

    private final Route route = new Route("/subscriptions/{id}", "subscription/detail", Access.CUSTOMER);

    @Test
    void a_part_in_braces_becomes_a_parameter_each_time_it_is_asked() {
        assertThat(route.match("/subscriptions/a-1")).contains(Map.of("id", "a-1"));
        assertThat(route.match("/subscriptions/b.2")).contains(Map.of("id", "b.2"));
        assertThat(route.view()).isEqualTo("/WEB-INF/pages/subscription/detail.xhtml");
    }

    @Test
    void what_is_longer_shorter_or_of_other_signs_is_not_its_address() {
        assertThat(route.match("/subscriptions/a/b")).isEmpty();
        assertThat(route.match("/subscriptions/")).isEmpty();
        assertThat(route.match("/subscriptions/a b")).isEmpty();
        assertThat(route.match("/subscriptionsX/a")).isEmpty();
    }

    @Test
    void no_page_answers_at_an_address_of_the_api() {
        assertThat(RouteTable.isPage("/api/v1/instances/a-1/checks")).isFalse();
        assertThat(RouteTable.isPage("/subscriptions/a-1")).isTrue();
    }
}
