package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.junit.jupiter.api.Test;

class TeamTest {

    private final User ana = user(1, "ana", UserRole.OWNER);
    private final User ben = user(2, "ben", UserRole.OWNER);
    private final User mia = user(3, "mia", UserRole.MEMBER);

    @Test
    void the_last_owner_stays() {
        assertThatThrownBy(() -> new Team(List.of(ana, mia)).requireOwnerBesides(ana))
                .isInstanceOf(DomainException.class)
                .extracting(e -> ((DomainException) e).refusal())
                .isEqualTo(AccountRefusal.LAST_OWNER);
    }

    @Test
    void one_of_two_owners_may_go() {
        assertThatCode(() -> new Team(List.of(ana, ben)).requireOwnerBesides(ana))
                .doesNotThrowAnyException();
    }

    @Test
    void anybody_else_may_go() {
        assertThatCode(() -> new Team(List.of(ana, mia)).requireOwnerBesides(mia))
                .doesNotThrowAnyException();
    }

    private static User user(int id, String name, UserRole role) {
        EmailAddress email = new EmailAddress(name + "@example.org");
        return new User(new UUID(0, id), new UUID(0, 100), email, role, Instant.EPOCH);
    }
}
