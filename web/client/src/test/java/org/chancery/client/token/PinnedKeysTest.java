package org.chancery.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class PinnedKeysTest {

    @Test
    void keys_of_other_kinds_are_passed_over() {
        String set = new TestSigner("key-1")
                .jwkSet()
                .replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"other\"},");
        assertThat(PinnedKeys.parse(set).kids()).containsExactly("key-1");
        assertThat(PinnedKeys.parse(set).find("other")).isNull();
        assertThat(PinnedKeys.parse(set).areKnown()).isTrue();
    }

    @Test
    void a_signature_of_another_length_is_no_signature() {
        VerifyingKeys.Key key = new TestSigner("key-1").pinned().find("key-1");
        assertThat(key).isNotNull();
        assertThat(key.signed(new byte[] {1}, new byte[] {2})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"AAAA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"?\"}]}",
                "<html>"
            })
    void a_set_without_a_good_key_is_refused(String set) {
        assertThatThrownBy(() -> PinnedKeys.parse(set)).isInstanceOf(IllegalArgumentException.class);
    }
}
