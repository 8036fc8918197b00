package org.chancery.service.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    @Test
    void there_are_ten_different_ones_that_can_be_read_aloud() {
        List<String> codes = RecoveryCodes.draw(new SecureRandom());
        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allMatch(code -> code.matches("[a-hjkmnp-z1-9]{5}-[a-hjkmnp-z1-9]{5}"));
    }

    @Test
    void how_they_are_typed_does_not_matter() {
        assertThat(RecoveryCodes.normalised(" ABCDE fghjk")).isEqualTo("abcdefghjk");
    }
}
