package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.account.AccountWorld.BROWSER;
import static org.chancery.service.account.AccountWorld.NETWORK;
import static org.chancery.service.account.AccountWorld.OTHER_BROWSER;
import static org.chancery.service.account.AccountWorld.another;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.LoginCode;
import org.chancery.model.account.Settings;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServiceTest {

    private static final String ANA = "ana@example.org";
    private final AccountWorld world = AccountWorld.sandbox();

    @Test
    void an_unknown_address_that_proves_its_code_owns_a_new_account() {
        SignedInUser ana = world.enter(" Ana@Example.org ");
        assertThat(ana.email()).isEqualTo(ANA);
        assertThat(ana.role()).isEqualTo("owner");
        assertThat(ana.accountComplete()).isFalse();
        assertThat(world.enter(ANA).userId()).isEqualTo(ana.userId());
        assertThat(world.accounts.page("", null, 10)).hasSize(1);
        assertThat(world.audited)
                .extracting(e -> e.action())
                .containsExactly("account.register", "account.sign-in", "account.sign-in");
    }

    @Test
    void with_self_registration_off_an_unknown_address_stays_outside() {
        world.settings.add(new Settings(
                new SettingsValues(SettingsValues.INITIAL.seller(), List.of(), "INV-", 14, false, Duration.ZERO)));
        begin();
        refused(AccountRefusal.SELF_REGISTRATION_OFF, () -> finish(world.mailedCode()));
        assertThat(world.accounts.page("", null, 1)).isEmpty();
    }

    @Test
    void known_and_unknown_addresses_look_alike() {
        world.enter(ANA);
        int before = world.mails.all().size();
        world.signIn.start(ANA, NETWORK, BROWSER);
        world.signIn.start("nobody@example.org", NETWORK, BROWSER);
        assertThat(world.mails.all()).hasSize(before + 2);
        assertThat(world.mails.all().get(before).mail().text())
                .hasSameSizeAs(world.mails.all().get(before + 1).mail().text());
    }

    @ParameterizedTest(name = "{0} after it was mailed: accepted {1}")
    @CsvSource({"PT0S, true", "PT9M59S, true", "PT10M, false", "PT11M, false"})
    void a_code_lives_for_ten_minutes(Duration age, boolean accepted) {
        begin();
        String code = world.mailedCode();
        world.advance(age);
        if (accepted) {
            assertThat(finish(code).email()).isEqualTo(ANA);
        } else {
            refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(code));
        }
    }

    @Test
    void the_sixth_try_is_refused_even_with_the_right_code() {
        begin();
        String code = world.mailedCode();
        for (int i = 0; i < LoginCode.MAX_TRIES; i++) {
            refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(another(code)));
            world.advance(Duration.ofSeconds(20));
        }
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(code));
    }

    @Test
    void the_fifth_try_may_be_the_right_one() {
        begin();
        String code = world.mailedCode();
        for (int i = 1; i < LoginCode.MAX_TRIES; i++) {
            refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(another(code)));
            world.advance(Duration.ofSeconds(20));
        }
        assertThat(finish(code).email()).isEqualTo(ANA);
    }

    @Test
    void guesses_come_to_nothing_however_fast_they_are() {
        begin();
        String code = world.mailedCode();
        for (int i = 0; i < 10_000; i++) {
            try {
                finish(another(code));
            } catch (DomainException e) {
                world.advance(Duration.ofMillis(10));
            }
        }
        assertThat(world.codes.all().get(0).tries()).isEqualTo(5);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(code));
    }

    @Test
    void a_code_works_once() {
        begin();
        String code = world.mailedCode();
        finish(code);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(code));
    }

    @Test
    void a_code_belongs_to_the_browser_that_asked_for_it() {
        begin();
        String code = world.mailedCode();
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.signIn.finish(OTHER_BROWSER, code));
        world.signIn.start("eve@example.org", NETWORK, OTHER_BROWSER);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.signIn.finish(OTHER_BROWSER, code));
        assertThat(finish(code).email()).isEqualTo(ANA);
    }

    @Test
    void a_newer_code_ends_the_older_one_also_in_another_browser() {
        begin();
        String older = world.mailedCode();
        world.signIn.start(ANA, NETWORK, OTHER_BROWSER);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(older));
        assertThat(world.signIn.finish(OTHER_BROWSER, world.mailedCode()).email())
                .isEqualTo(ANA);
    }

    @Test
    void a_code_for_the_console_does_not_open_the_portal() {
        world.operatorSignIn.start(ANA, NETWORK, BROWSER);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(world.mailedCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567a", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"})
    void what_is_not_eight_digits_costs_no_try(String typed) {
        begin();
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> finish(typed));
        assertThat(world.codes.all().get(0).tries()).isZero();
    }

    @Test
    void blanks_and_dashes_in_a_pasted_code_do_not_matter() {
        begin();
        String code = world.mailedCode();
        assertThat(finish(" " + code.substring(0, 4) + " - " + code.substring(4) + "\n")
                        .email())
                .isEqualTo(ANA);
    }

    @Test
    void a_thousand_requests_make_at_most_five_mails() {
        for (int i = 0; i < 1_000; i++) {
            try {
                world.signIn.start(ANA, "192.0.2." + i % 250, BROWSER);
            } catch (DomainException e) {
                assertThat(e.refusal()).isEqualTo(CommonRefusal.TOO_MANY_REQUESTS);
                assertThat((Long) e.details().get("retryAfter")).isPositive();
            }
            world.advance(Duration.ofSeconds(3));
        }
        assertThat(world.mails.all()).hasSize(5);
    }

    @Test
    void a_network_gets_twenty_codes_an_hour_for_whatever_addresses() {
        for (int i = 0; i < 20; i++) {
            world.signIn.start("user" + i + "@example.org", "2001:db8::" + i, BROWSER);
        }
        refused(
                CommonRefusal.TOO_MANY_REQUESTS,
                () -> world.signIn.start("one@example.org", "2001:db8::ffff", BROWSER));
        world.signIn.start("one@example.org", "2001:db8:0:1::1", BROWSER);
    }

    @Test
    void what_is_no_address_is_told_so() {
        assertThatThrownBy(() -> world.signIn.start("ana@example.org\r\nBcc: eve@example.org", NETWORK, BROWSER))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(world.mails.all()).isEmpty();
    }

    @Test
    void a_browser_without_enough_randomness_gets_nowhere() {
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.signIn.start(ANA, NETWORK, "short"));
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.signIn.start(ANA, NETWORK, ""));
    }

    @Test
    void a_removed_user_is_gone_from_running_sessions() {
        SignedInUser ana = world.enter(ANA);
        assertThat(world.signIn.revalidate(ana.userId())).isPresent();
        world.users.remove(world.users.find(ana.userId()).orElseThrow());
        assertThat(world.signIn.revalidate(ana.userId())).isEmpty();
    }

    private void begin() {
        world.signIn.start(ANA, NETWORK, BROWSER);
    }

    private SignedInUser finish(String code) {
        return world.signIn.finish(BROWSER, code);
    }

    private static void refused(Refusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DomainException.class)
                .extracting(e -> ((DomainException) e).refusal())
                .isEqualTo(refusal);
    }
}
