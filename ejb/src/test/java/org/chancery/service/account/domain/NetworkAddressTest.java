package org.chancery.service.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:0:7:a:b:c:d, 2001:db8:0:7::/64",
        "2001:0DB8:0000:0007::1, 2001:db8:0:7::/64",
        "2001:db8:0:7:ffff::, 2001:db8:0:7::/64",
        "2001:db8::1, 2001:db8:0:0::/64",
        "2001:db8::, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "unknown, unknown",
        ":::::::::, 0:0:0:0::/64"
    })
    void a_line_counts_as_one(String address, String counted) {
        assertThat(NetworkAddress.counted(address)).isEqualTo(counted);
    }
}
