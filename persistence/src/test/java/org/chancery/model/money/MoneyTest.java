package org.chancery.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest(name = "{1}/{2} of {0} is {3}")
    @CsvSource({
        "1000, 1, 2, 500",
        "1001, 1, 2, 501",
        "-1001, 1, 2, -501",
        "24995, 3, 10, 7499",
        "149970, 1, 20, 7499",
        "29900, 1698270, 2592000, 19590",
        "1, 1, 3, 0",
        "2, 1, 3, 1",
        "0, 7, 9, 0"
    })
    void a_share_is_rounded_half_up_on_its_absolute_value(long minor, long part, long whole, long expected) {
        assertThat(eur(minor).share(part, whole)).isEqualTo(eur(expected));
    }

    @Test
    void a_share_of_a_debt_mirrors_the_share_of_a_claim() {
        Random random = new Random(20261121);
        for (int i = 0; i < 100_000; i++) {
            long minor = random.nextLong(1_000_000_000_000L);
            long whole = 1 + random.nextLong(31_622_400);
            long part = random.nextLong(whole + 1);
            assertThat(eur(-minor).share(part, whole).negate())
                    .isEqualTo(eur(minor).share(part, whole));
        }
    }

    @Test
    void overflow_is_loud() {
        assertThatThrownBy(() -> eur(Long.MAX_VALUE).add(eur(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> eur(Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> eur(Long.MAX_VALUE).multiply(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> eur(Long.MAX_VALUE).share(2, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_currencies_never_meet() {
        assertThatThrownBy(() -> eur(1).add(Money.ofMinor(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot combine EUR with USD");
        assertThatThrownBy(() -> eur(1).compareTo(Money.ofMinor(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
