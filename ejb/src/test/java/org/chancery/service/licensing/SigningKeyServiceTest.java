package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.licensing.SigningKeyState;
import org.chancery.model.platform.DomainException;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.licensing.port.PublicJwk;
import org.junit.jupiter.api.Test;

/** How an administrator replaces the key that signs. */
class SigningKeyServiceTest {

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.offline(1, null));
    private final LicensingHouse.Client client = house.new Client(license.secret());

    @Test
    void the_next_key_is_published_and_signs_nothing_before_it_is_told_to() {
        client.activate();
        String before = signing();
        String next = house.signingKeys.prepare();
        house.advance(Duration.ofMinutes(1));
        client.check();

        assertThat(house.signer.publicKeys()).extracting(PublicJwk::kid).containsExactly(before, next);
        assertThat(signing()).isEqualTo(before);

        house.signingKeys.rotate(next);
        house.advance(Duration.ofMinutes(1));
        client.check(); // with a lease of the old key as its receipt
        assertThat(signing()).isEqualTo(next);
        assertThat(house.signer.publicKeys()).extracting(PublicJwk::kid).containsExactly(next, before);
        assertThat(house.signingKeys.list())
                .extracting(SigningKeyRow::state)
                .containsExactlyInAnyOrder(SigningKeyState.SIGNING, SigningKeyState.RETIRED);
        assertThat(house.auditRows)
                .filteredOn(row -> row.action().startsWith("signing-key."))
                .extracting(AuditEntry::action, AuditEntry::before, AuditEntry::after)
                .containsExactly(tuple("signing-key.prepare", null, next), tuple("signing-key.rotate", before, next));
    }

    @Test
    void one_key_waits_at_a_time_and_only_that_one_can_be_let_sign() {
        client.activate();
        String before = signing();
        assertThatThrownBy(() -> house.signingKeys.rotate(before)).isInstanceOf(DomainException.class);
        String next = house.signingKeys.prepare();
        assertThatThrownBy(house.signingKeys::prepare).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> house.signingKeys.rotate(before)).isInstanceOf(DomainException.class);
        house.signingKeys.rotate(next);
        assertThatThrownBy(() -> house.signingKeys.rotate(next)).isInstanceOf(DomainException.class);
        assertThat(signing()).isEqualTo(next);
    }

    @Test
    void a_key_that_was_made_before_anything_was_signed_is_the_first() {
        String next = house.signingKeys.prepare();
        client.activate();
        assertThat(signing()).isEqualTo(next);
        assertThat(house.signingKeys.list()).hasSize(1);
    }

    @Test
    void lost_keys_are_only_replaced_when_the_new_one_is_told_to_sign() {
        client.activate();
        house.keyRows.lose();
        house.keyRows.useThem();
        String next = house.signingKeys.prepare();
        house.advance(Duration.ofMinutes(1));
        assertThatThrownBy(client::check).isInstanceOf(CannotSignException.class);
        house.signingKeys.rotate(next);
        client.check();
        assertThat(signing()).isEqualTo(next);
    }

    private String signing() {
        return house.keyRows.find(SigningKeyState.SIGNING).map(SigningKey::kid).orElseThrow();
    }
}
