package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Renewals that fall due at the same instant are taken together; none of them suffers for another. */
@ContainerTest
class SeveralDueIT {

    private static final Tables TABLES = Tables.of(SeveralDueIT.class);
    private static final int PAYING = 30;

    private final List<String> paying = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SeveralDueIT.class).addClasses(DatabaseProbe.class, QueryProbe.class);
    }

    @Test
    void one_that_declines_and_one_that_is_broken_hold_up_nobody() {
        Sandbox.travelTo(Sandbox.now().plusSeconds(60)); // from now on it stands, so that all begin at the same instant
        String declining = subscribe();
        for (int i = 0; i < PAYING / 2; i++) {
            paying.add(subscribe());
        }
        String broken = subscribe();
        for (int i = PAYING / 2; i < PAYING; i++) {
            paying.add(subscribe());
        }
        TABLES.change("update payment_method set provider_reference = 'pm_card_visa_chargeDeclined' where account_id ="
                + " (select account_id from subscription where id = '" + declining + "')");
        TABLES.change(periodKey(broken, ".0", ".1")); // so its next period seems to be billed already

        Sandbox.travelTo(Instant.parse(
                Api.operator().get("/api/v1/subscriptions/" + declining).text("/currentPeriod/end")));

        assertThat(statuses(paying)).hasSize(2 * PAYING).containsOnly("PAID");
        assertThat(numbers(paying)).hasSize(2 * PAYING).doesNotHaveDuplicates();
        assertThat(statuses(List.of(declining))).containsExactlyInAnyOrder("PAID", "OPEN");
        assertThat(Api.operator().get("/api/v1/subscriptions/" + declining).text("/status"))
                .isEqualTo("past_due");
        assertThat(statuses(List.of(broken))).containsExactly("PAID");
        assertThat(TABLES.query(
                        "select count(*) from subscription where parked_at is not null and id = '" + broken + "'"))
                .containsExactly("1");
        TABLES.change(periodKey(broken, ".1", ".0"));
    }

    private static String subscribe() {
        UUID account = Sandbox.account();
        Sandbox.attach(account, "card", "pm_card_visa");
        JsonNode order = Sandbox.ownerOf(account)
                .post(
                        "/api/v1/subscriptions",
                        "{'product':'iot-platform','plan':'startup','period':'month','currency':'EUR',"
                                + "'collection':'charge'}")
                .json();
        assertThat(order.at("/status").asText()).as(order.toString()).isEqualTo("active");
        return order.at("/id").asText();
    }

    private static String periodKey(String subscription, String from, String to) {
        return "update invoice set period_key = replace(period_key, '" + from + "', '" + to
                + "') where subscription_id = '" + subscription + "'";
    }

    private static List<String> statuses(List<String> subscriptions) {
        return TABLES.query("select status from invoice where subscription_id in " + listed(subscriptions));
    }

    private static List<String> numbers(List<String> subscriptions) {
        return TABLES.query("select number from invoice where subscription_id in " + listed(subscriptions));
    }

    private static String listed(List<String> subscriptions) {
        return "('" + String.join("', '", subscriptions) + "')";
    }
}
