package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.account.AccountWorld.BROWSER;
import static org.chancery.service.account.AccountWorld.NETWORK;
import static org.chancery.service.account.AccountWorld.OTHER_BROWSER;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Refusal;
import org.chancery.service.account.OperatorSignIn.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorSignInServiceTest {

    private static final String OPS = "ops@example.org";
    private final AccountWorld world = AccountWorld.production(OPS);

    @BeforeEach
    void the_first_operator_is_there() {
        world.firstData.prepare();
    }

    @Test
    void in_production_the_code_alone_is_not_enough() {
        assertThat(proveAddress()).isEqualTo(new OperatorSignIn(Stage.SET_UP_SECOND_FACTOR, null));
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, "123456"));
        assertThat(world.audited).noneMatch(entry -> entry.action().equals("operator.sign-in"));
    }

    @Test
    void the_first_sign_in_sets_up_the_app_and_gives_ten_recovery_codes() {
        proveAddress();
        SecondFactorSetup setup = world.operatorSignIn.setUp(BROWSER);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirmSetUp(BROWSER, "000000x"));
        SignedInOperator operator = world.operatorSignIn.confirmSetUp(BROWSER, passwordOf(setup));
        assertThat(operator.role()).isEqualTo("admin");
        assertThat(operator.recoveryCodes()).hasSize(10);
        assertThat(operator.toString()).doesNotContain(operator.recoveryCodes().get(0));
    }

    @Test
    void afterwards_each_password_of_the_app_counts_once() {
        SecondFactorSetup setup = setUp();
        assertThat(proveAddress().stage()).isEqualTo(Stage.ASK_SECOND_FACTOR);
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, passwordOf(setup)));
        world.advance(Duration.ofSeconds(30));
        assertThat(world.operatorSignIn.confirm(BROWSER, passwordOf(setup)).email())
                .isEqualTo(OPS);
        proveAddress();
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, passwordOf(setup)));
    }

    @Test
    void a_recovery_code_counts_once() {
        proveAddress();
        SecondFactorSetup setup = world.operatorSignIn.setUp(BROWSER);
        List<String> codes =
                world.operatorSignIn.confirmSetUp(BROWSER, passwordOf(setup)).recoveryCodes();
        proveAddress();
        String typed = codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ");
        assertThat(world.operatorSignIn.confirm(BROWSER, typed).email()).isEqualTo(OPS);
        world.advance(Duration.ofMinutes(1)); // the pauses between codes
        proveAddress();
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, codes.get(3)));
        assertThat(world.operatorSignIn.confirm(BROWSER, codes.get(4)).email()).isEqualTo(OPS);
    }

    @Test
    void the_way_to_the_second_factor_belongs_to_the_browser_and_ends_after_ten_minutes() {
        SecondFactorSetup setup = setUp();
        world.advance(Duration.ofMinutes(20));
        proveAddress();
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(OTHER_BROWSER, passwordOf(setup)));
        world.advance(Duration.ofMinutes(10));
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, passwordOf(setup)));
    }

    @Test
    void a_finished_sign_in_cannot_be_finished_again() {
        SecondFactorSetup setup = setUp();
        world.advance(Duration.ofSeconds(30));
        proveAddress();
        world.operatorSignIn.confirm(BROWSER, passwordOf(setup));
        world.advance(Duration.ofSeconds(30));
        refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, passwordOf(setup)));
    }

    @Test
    void whoever_reads_the_mail_cannot_replace_a_second_factor() {
        setUp();
        proveAddress();
        refused(AccountRefusal.SECOND_FACTOR_SET, () -> world.operatorSignIn.setUp(BROWSER));
    }

    @Test
    void second_factors_are_not_guessed() {
        SecondFactorSetup setup = setUp();
        world.advance(Duration.ofMinutes(15));
        proveAddress();
        for (int i = 0; i < 5; i++) {
            refused(AccountRefusal.CODE_NOT_ACCEPTED, () -> world.operatorSignIn.confirm(BROWSER, "wrong"));
        }
        refused(CommonRefusal.TOO_MANY_REQUESTS, () -> world.operatorSignIn.confirm(BROWSER, passwordOf(setup)));
    }

    @Test
    void a_customer_gets_a_code_like_everybody_and_no_further() {
        world.operatorSignIn.start("ana@example.org", NETWORK, BROWSER);
        refused(CommonRefusal.FORBIDDEN, () -> world.operatorSignIn.finish(BROWSER, world.mailedCode()));
    }

    @Test
    void the_sandbox_asks_for_a_second_factor_only_where_there_is_one() {
        AccountWorld sandbox = AccountWorld.sandbox();
        sandbox.firstData.prepare();
        sandbox.operatorSignIn.start("operator@example.org", NETWORK, BROWSER);
        OperatorSignIn result = sandbox.operatorSignIn.finish(BROWSER, sandbox.mailedCode());
        assertThat(result.stage()).isEqualTo(Stage.SIGNED_IN);
        assertThat(result.operator()).isNotNull().satisfies(o -> assertThat(o.roles())
                .contains("operator-admin"));
    }

    private OperatorSignIn proveAddress() {
        world.operatorSignIn.start(OPS, NETWORK, BROWSER);
        return world.operatorSignIn.finish(BROWSER, world.mailedCode());
    }

    private SecondFactorSetup setUp() {
        proveAddress();
        SecondFactorSetup setup = world.operatorSignIn.setUp(BROWSER);
        world.operatorSignIn.confirmSetUp(BROWSER, passwordOf(setup));
        return setup;
    }

    private String passwordOf(SecondFactorSetup setup) {
        try {
            TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
            return app.generateOneTimePasswordString(
                    new SecretKeySpec(decoded(setup.secret()), app.getAlgorithm()), world.instant());
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }

    private static void refused(Refusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DomainException.class)
                .extracting(e -> ((DomainException) e).refusal())
                .isEqualTo(refusal);
    }
}
