package org.chancery.web.portal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.checkout.ChangeWish;
import org.junit.jupiter.api.Test;

/** A change travels in the query string and comes back as it was. */
class ChangeDraftTest {

    private static final UUID SUBSCRIPTION = new UUID(1, 1);

    @Test
    void what_is_chosen_survives_the_address() {
        ChangeDraft draft = new ChangeDraft(
                "business",
                BillingPeriod.YEAR,
                Map.of("custom-domains", 2, "custom-brands", 0),
                ChangeTime.NEXT_INVOICE);
        assertThat(draft.query())
                .isEqualTo("?plan=business&period=year&addOns=custom-brands.0_custom-domains.2&when=next_invoice");
        assertThat(ChangeDraft.of(parsed(draft.query()))).isEqualTo(draft);
    }

    @Test
    void what_makes_no_sense_counts_as_not_chosen() {
        ChangeDraft draft = ChangeDraft.of(
                Map.of("plan", "../x", "period", "once", "addOns", "a.-1_b_c.99999_d.3", "when", "yesterday"));
        assertThat(draft).isEqualTo(new ChangeDraft(null, null, Map.of("d", 3), null));
        assertThat(ChangeDraft.of(Map.of()).isBlank()).isTrue();
        assertThat(ChangeDraft.of(Map.of()).query()).isEmpty();
    }

    @Test
    void one_choice_of_time_is_when_and_by_which_invoice() {
        ChangeWish wish = new ChangeDraft("maker", null, Map.of(), ChangeTime.PERIOD_END).wish(SUBSCRIPTION);
        assertThat(wish.when()).isEqualTo(ChangeTiming.PERIOD_END);
        assertThat(new ChangeDraft("maker", null, Map.of(), ChangeTime.NEXT_INVOICE)
                        .wish(SUBSCRIPTION)
                        .invoice())
                .isEqualTo(ChangeInvoicing.NEXT);
        assertThat(new ChangeDraft("maker", null, Map.of(), null)
                        .wish(SUBSCRIPTION)
                        .when())
                .isNull();
    }

    private static Map<String, String> parsed(String query) {
        return Arrays.stream(query.substring(1).split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
