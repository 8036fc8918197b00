package org.chancery.service.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.InMemoryAccounts;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.credit.CreditRefusal;
import org.chancery.model.credit.InMemoryCreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.Refusal;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditServiceTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final UUID ACCOUNT = new UUID(4, 4);

    private final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final InMemoryCreditLedger ledger = new InMemoryCreditLedger();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final List<AuditEntry> audited = new ArrayList<>();
    private final Caller caller = new Caller(() -> "system");
    private final CreditService service =
            new CreditService(ledger, accounts, caller, new AuditTrail(new Recorded(), caller, ids, clock), ids, clock);

    @BeforeEach
    void an_account_at_noon() {
        clock.stopAt(NOON);
        accounts.add(new Account(
                ACCOUNT, AccountDetails.of("Ana Ltd", "ana@example.org", "EUR", "DE", null, null, null), NOON));
    }

    @Test
    void the_accounts_currency_is_there_even_at_zero() {
        CreditView view = service.of(ACCOUNT, null, 50);
        assertThat(view.balances())
                .extracting(b -> b.currency().getCurrencyCode(), b -> b.available(), b -> b.pending())
                .containsExactly(tuple("EUR", 0L, 0L));
        assertThat(view.entries()).isEmpty();
        assertThat(view.next()).isNull();
    }

    @Test
    void a_grant_can_be_used_at_once_and_is_in_the_audit_trail() {
        GrantedCredit granted = service.grant(ACCOUNT, new CreditGrant(500L, "EUR", "  A kind gesture "));
        assertThat(granted.entry().amount()).isEqualTo(500);
        assertThat(granted.entry().left()).isEqualTo(500);
        assertThat(granted.entry().reason()).isEqualTo("A kind gesture");
        assertThat(granted.entry().kind()).isEqualTo(CreditKind.GRANT);
        assertThat(granted.entry().available()).isTrue();
        assertThat(granted.balances().get(0).available()).isEqualTo(500);
        assertThat(audited).extracting(AuditEntry::action).containsExactly("credit.grant");
        assertThat(ledger.all().stream()
                        .mapToLong(entry -> entry.money().minor())
                        .sum())
                .isZero();
    }

    @Test
    void a_correction_takes_what_can_be_used_and_no_more() {
        grant(500, "EUR");
        arrive(300, NOON.plus(Duration.ofHours(1)));
        assertRefused(CreditRefusal.BELOW_ZERO, () -> grant(-501, "EUR"));
        assertThat(grant(-500, "EUR").balances().get(0).available()).isZero();
        assertRefused(CreditRefusal.BELOW_ZERO, () -> grant(-1, "EUR"));
        clock.stopAt(NOON.plus(Duration.ofHours(1)));
        assertThat(grant(-1, "EUR").balances().get(0).available()).isEqualTo(299);
        assertThat(audited).hasSize(3);
    }

    @Test
    void credit_is_given_in_the_accounts_currency() {
        assertRefused(CreditRefusal.OTHER_CURRENCY, () -> grant(500, "USD"));
        assertThat(ledger.all()).isEmpty();
    }

    @Test
    void what_was_given_in_another_currency_before_is_still_owed() {
        grant(500, "EUR");
        AccountDetails details = accounts.require(ACCOUNT).details();
        accounts.require(ACCOUNT)
                .change(details.payingIn(Money.ofMinor(0, "USD").currency()));
        assertThat(service.of(ACCOUNT, null, 50).balances())
                .extracting(b -> b.currency().getCurrencyCode(), b -> b.available())
                .containsExactly(tuple("USD", 0L), tuple("EUR", 500L));
    }

    @ParameterizedTest(name = "{0} {1} for {2}: {3}")
    @CsvSource({
        ",              EUR, because, amount",
        "0,             EUR, because, amount",
        "1000000000001, EUR, because, amount",
        "-1000000000001,EUR, because, amount",
        "1,             EUR,        , reason",
        "1,             EUR, '  '   , reason",
        "1,             ,    because, currency",
        "1,             XXX, because, currency",
    })
    void what_makes_no_sense_is_named(
            @Nullable Long amount, @Nullable String currency, @Nullable String reason, String field) {
        assertThatThrownBy(() -> service.grant(ACCOUNT, new CreditGrant(amount, currency, reason)))
                .isInstanceOfSatisfying(InvalidRequestException.class, invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
        assertThat(ledger.all()).isEmpty();
    }

    @Test
    void a_reason_has_300_characters_at_most() {
        assertThat(service.grant(ACCOUNT, new CreditGrant(1L, "EUR", "x".repeat(300)))
                        .entry()
                        .reason())
                .hasSize(300);
        assertThatThrownBy(() -> service.grant(ACCOUNT, new CreditGrant(1L, "EUR", "x".repeat(301))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void nothing_is_granted_to_somebody_who_was_told_another_balance() {
        service.grantAsTold(ACCOUNT, new CreditGrant(500L, "EUR", "because"), 0);
        assertRefused(
                CommonRefusal.CONFLICT, () -> service.grantAsTold(ACCOUNT, new CreditGrant(500L, "EUR", "because"), 0));
        assertThat(service.of(ACCOUNT, null, 50).balances().get(0).available()).isEqualTo(500);
    }

    @Test
    void entries_say_what_is_left_of_them_page_by_page() {
        grant(500, "EUR");
        grant(300, "EUR");
        grant(-450, "EUR");
        arrive(70, NOON.plus(Duration.ofHours(1)));
        CreditView first = service.of(ACCOUNT, null, 3);
        assertThat(first.entries())
                .extracting(CreditView.Entry::amount, CreditView.Entry::left, CreditView.Entry::available)
                .containsExactly(tuple(70L, 70L, false), tuple(-450L, 0L, true), tuple(300L, 300L, true));
        CreditView second = service.of(ACCOUNT, first.next(), 3);
        assertThat(second.entries())
                .extracting(CreditView.Entry::amount, CreditView.Entry::left)
                .containsExactly(tuple(500L, 50L));
        assertThat(second.next()).isNull();
        assertThat(second.balances().get(0).pending()).isEqualTo(70);
    }

    private GrantedCredit grant(long amount, String currency) {
        return service.grant(ACCOUNT, new CreditGrant(amount, currency, "because"));
    }

    private void arrive(long minor, Instant availableAt) {
        ledger.append(CreditEntry.journal(
                ids,
                ACCOUNT,
                Money.ofMinor(minor, "EUR"),
                new CreditEntry.Movement(CreditKind.OVERPAYMENT, "later", null, NOON, availableAt)));
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }

    private final class Recorded implements AuditEntries {
        @Override
        public void add(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return audited;
        }
    }
}
