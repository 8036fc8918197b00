package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTest {

    private final Operator operator =
            new Operator(new UUID(0, 1), new EmailAddress("ops@example.org"), OperatorRole.ADMIN, Instant.EPOCH);

    @Test
    void each_step_of_the_app_counts_once() {
        setUpAt(100);
        assertThat(operator.useTotpStep(100)).isFalse();
        assertThat(operator.useTotpStep(99)).isFalse();
        assertThat(operator.useTotpStep(101)).isTrue();
        assertThat(operator.useTotpStep(101)).isFalse();
    }

    @Test
    void each_recovery_code_counts_once() {
        setUpAt(100);
        assertThat(operator.useRecoveryCode("a")).isTrue();
        assertThat(operator.useRecoveryCode("a")).isFalse();
        assertThat(operator.recoveryCodesLeft()).isEqualTo(1);
    }

    @Test
    void a_second_factor_is_not_replaced_by_whoever_reads_the_mail() {
        setUpAt(100);
        assertThatThrownBy(() -> operator.beginSecondFactor("mine")).isInstanceOf(DomainException.class);
        operator.resetSecondFactor();
        operator.beginSecondFactor("new");
        assertThat(operator.hasSecondFactor()).isFalse();
        assertThat(operator.recoveryCodesLeft()).isZero();
    }

    @ParameterizedTest(name = "a token of {0} whose operator is {1} now may do what {2} may")
    @CsvSource({
        "ADMIN, ADMIN, ADMIN",
        "ADMIN, BILLING, BILLING",
        "ADMIN, VIEWER, VIEWER",
        "BILLING, ADMIN, BILLING",
        "BILLING, SUPPORT, VIEWER",
        "SUPPORT, BILLING, VIEWER",
        "SUPPORT, VIEWER, VIEWER",
        "VIEWER, ADMIN, VIEWER"
    })
    void a_token_never_does_more_than_both_allow(OperatorRole token, OperatorRole owner, OperatorRole effective) {
        assertThat(token.within(owner)).isEqualTo(effective);
    }

    private void setUpAt(long step) {
        operator.beginSecondFactor("sealed");
        operator.completeSecondFactor(step, Set.of("a", "b"));
    }
}
