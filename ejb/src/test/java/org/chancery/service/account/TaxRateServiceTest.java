package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.model.account.InMemorySettings;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.account.SettingsDraft.TaxRateDraft;
import org.chancery.service.account.TaxRateRow.State;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRateServiceTest {

    private final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    private final InMemorySettings settings = new InMemorySettings();
    private final List<String> audited = new ArrayList<>();
    private final TaxRateService service = new TaxRateService(
            settings,
            new AuditTrail(new Recorded(), new Caller(() -> "system"), new Ids(clock, new SecureRandom()), clock),
            clock);

    @BeforeEach
    void rates_of_two_countries() {
        clock.stopAt(Instant.parse("2026-11-25T23:59:59Z"));
        add("FI", "25.5", "2024-09-01");
        add("DE", "19", "2007-01-01");
        add("DE", "16", "2020-07-01");
        add("DE", "19", "2021-01-01");
        add("DE", "21", "2026-11-26");
    }

    @Test
    void the_table_says_from_when_until_when_each_rate_holds() {
        assertThat(service.list())
                .extracting(TaxRateRow::country, row -> text(row.from()), row -> text(row.until()), TaxRateRow::state)
                .containsExactly(
                        tuple("DE", "2026-11-26", "", State.FUTURE),
                        tuple("DE", "2021-01-01", "2026-11-25", State.IN_FORCE),
                        tuple("DE", "2020-07-01", "2020-12-31", State.PAST),
                        tuple("DE", "2007-01-01", "2020-06-30", State.PAST),
                        tuple("FI", "2024-09-01", "", State.IN_FORCE));
    }

    @Test
    void a_rate_holds_from_the_first_moment_of_its_day() {
        clock.stopAt(Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(service.get("DE", LocalDate.parse("2026-11-26")).state()).isEqualTo(State.IN_FORCE);
        assertThat(service.get("DE", LocalDate.parse("2021-01-01")).state()).isEqualTo(State.PAST);
    }

    @Test
    void a_rate_knows_what_would_hold_without_it() {
        assertThat(service.get("DE", LocalDate.parse("2021-01-01")).before()).isEqualTo("16.000");
        assertThat(service.get("FI", LocalDate.parse("2024-09-01")).before()).isNull();
    }

    @Test
    void what_is_removed_holds_no_more_and_is_remembered_in_the_audit_trail() {
        service.remove("DE", LocalDate.parse("2021-01-01"));
        assertThat(settings.current().rateOf("DE", LocalDate.parse("2026-11-25")))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("16"));
        assertThat(audited).hasSize(6).last().asString().startsWith("tax-rate.remove");
        assertThatThrownBy(() -> service.remove("DE", LocalDate.parse("2021-01-01")))
                .isInstanceOf(NotFoundException.class);
        assertThat(audited).hasSize(6);
    }

    @ParameterizedTest(name = "{0} {1} from {2}: {3}")
    @CsvSource({
        "XX, 19,      2027-01-01, country",
        "DE, 100.001, 2027-01-01, rate",
        "DE, ,        2027-01-01, rate",
        "DE, 19,      ,           from",
        "DE, 19,      1899-12-31, from",
        "DE, 20,      2021-01-01, from", // there is one already
    })
    void what_makes_no_sense_is_named(
            String country, @Nullable BigDecimal rate, @Nullable LocalDate from, String field) {
        assertThatThrownBy(() -> service.add(new TaxRateDraft(country, rate, from)))
                .isInstanceOfSatisfying(InvalidRequestException.class, invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
        assertThat(service.list()).hasSize(5);
    }

    @Test
    void the_first_rate_makes_the_settings() {
        InMemorySettings fresh = new InMemorySettings();
        AuditTrail trail =
                new AuditTrail(new Recorded(), new Caller(() -> "system"), new Ids(clock, new SecureRandom()), clock);
        new TaxRateService(fresh, trail, clock)
                .add(new TaxRateDraft("FI", BigDecimal.TEN, LocalDate.parse("2026-01-01")));
        assertThat(fresh.current().taxRates()).hasSize(1);
    }

    private void add(String country, String rate, String from) {
        service.add(new TaxRateDraft(country, new BigDecimal(rate), LocalDate.parse(from)));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private final class Recorded implements AuditEntries {
        @Override
        public void add(AuditEntry entry) {
            audited.add(entry.action());
        }

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }
}
