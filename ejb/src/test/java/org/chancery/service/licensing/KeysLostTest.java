package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.SigningKey;
import org.chancery.service.licensing.port.CannotSignException;
import org.junit.jupiter.api.Test;

/** Without its keys the server says nothing that anybody would have to believe. */
class KeysLostTest {

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.offline(1, null));

    @Test
    void activations_checks_and_files_fail_without_a_denial_and_go_on_when_the_key_is_back() {
        LicensingHouse.Client client = house.new Client(license.secret());
        client.idempotencyKey = "key-1";
        client.activate();
        SigningKey key = house.keyRows.all().get(0);
        house.keyRows.lose();
        house.keyRows.addSigning(new SigningKey(key.kid(), key.publicKey(), new byte[60], key.createdAt()));
        house.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> client.lend(Duration.ofDays(1), "deployment", "plant-1"))
                .isInstanceOf(CannotSignException.class);
        assertThatThrownBy(client::check).isInstanceOf(CannotSignException.class);
        assertThatThrownBy(() -> house.new Client("lic_wrong").activate()).isInstanceOf(CannotSignException.class);
        assertThat(house.offlineRows.outstanding(license.id(), house.clock.instant()))
                .isEmpty();

        house.keyRows.lose();
        house.keyRows.addSigning(key);
        client.check(); // the message that found nobody to sign its answer, once more
        assertThat(client.check().seq()).isEqualTo(3);
    }
}
