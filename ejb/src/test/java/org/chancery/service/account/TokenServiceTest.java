package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.UUID;
import org.chancery.model.account.AccessToken;
import org.chancery.model.account.Operator;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServiceTest {

    private final AccountWorld world = AccountWorld.sandbox();
    private UUID account = new UUID(0, 0);

    @BeforeEach
    void ana_owns_an_account() {
        SignedInUser ana = world.enter("ana@example.org");
        account = ana.accountId();
        world.callAs(ana.principalName());
    }

    @Test
    void an_issued_token_speaks_for_its_account_with_its_role() {
        IssuedToken issued = world.tokenService.issueForAccount(account, "ci", "viewer");
        AuthenticatedToken caller =
                world.tokenService.authenticate(issued.token()).orElseThrow();
        assertThat(caller.principalName())
                .isEqualTo(CallerIdentity.accountToken(issued.id(), account).toPrincipalName());
        assertThat(caller.roles()).containsExactly("viewer");
        assertThat(issued.token()).startsWith("acc_");
    }

    @Test
    void the_clear_text_is_nowhere_but_in_the_answer() throws IllegalAccessException {
        IssuedToken issued = world.tokenService.issueForAccount(account, "ci", null);
        AccessToken stored = world.tokens.all().get(0);
        for (Field field : AccessToken.class.getDeclaredFields()) {
            field.setAccessible(true);
            assertThat(String.valueOf(field.get(stored))).doesNotContain(issued.token());
        }
        assertThat(stored.toString() + issued + world.audited).doesNotContain(issued.token());
        assertThat(world.audited)
                .noneMatch(entry -> String.valueOf(entry.after()).contains(issued.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "acc_", "opr_sandbox", "acc_0000000000000000000000000000000000000000000AAAAAA", "lic_x"})
    void anything_else_is_nobody(String bearer) {
        world.tokenService.issueForAccount(account, "ci", null);
        assertThat(world.tokenService.authenticate(bearer)).isEmpty();
        assertThat(world.tokenService.authenticate(bearer + "x".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void a_revoked_token_is_nobody() {
        IssuedToken issued = world.tokenService.issueForAccount(account, "ci", null);
        world.tokenService.revokeOfAccount(account, issued.id());
        assertThat(world.tokenService.authenticate(issued.token())).isEmpty();
        assertThat(world.tokenService.listOfAccount(account)).isEmpty();
    }

    @Test
    void its_use_is_noted_once_an_hour() {
        IssuedToken issued = world.tokenService.issueForAccount(account, "ci", null);
        world.tokenService.authenticate(issued.token());
        var first = world.instant();
        world.advance(Duration.ofMinutes(59));
        world.tokenService.authenticate(issued.token());
        assertThat(world.tokens.all().get(0).lastUsedAt()).isEqualTo(first);
        world.advance(Duration.ofMinutes(1));
        world.tokenService.authenticate(issued.token());
        assertThat(world.tokens.all().get(0).lastUsedAt()).isEqualTo(world.instant());
    }

    @Test
    void another_account_does_not_exist() {
        IssuedToken issued = world.tokenService.issueForAccount(account, "ci", null);
        world.callAs(world.enter("eve@example.org").principalName());
        assertThatThrownBy(() -> world.tokenService.listOfAccount(account)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.tokenService.issueForAccount(account, "ci", null))
                .isInstanceOf(NotFoundException.class);
        UUID own = world.accountOf("eve@example.org");
        assertThatThrownBy(() -> world.tokenService.revokeOfAccount(own, issued.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(world.tokenService.authenticate(issued.token())).isPresent();
    }

    @Test
    void an_account_has_at_most_fifty() {
        for (int i = 0; i < 50; i++) {
            world.tokenService.issueForAccount(account, "ci " + i, null);
        }
        assertThatThrownBy(() -> world.tokenService.issueForAccount(account, "one more", null))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void a_token_has_a_name_and_a_known_role() {
        assertThatThrownBy(() -> world.tokenService.issueForAccount(account, " ", null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> world.tokenService.issueForAccount(account, "ci", "admin"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void an_operators_token_never_does_more_than_the_operator_may_now() {
        Operator operator = new Operator(
                new UUID(0, 7), new EmailAddress("ops@example.org"), OperatorRole.BILLING, world.instant());
        world.operators.add(operator);
        assertThatThrownBy(() -> world.tokenService.issueForOperator(operator.id(), "ci", "admin"))
                .isInstanceOf(DomainException.class);
        IssuedToken issued = world.tokenService.issueForOperator(operator.id(), "ci", null);
        assertThat(world.tokenService.authenticate(issued.token()).orElseThrow().roles())
                .containsExactlyInAnyOrder("operator-billing", "operator-viewer");
        operator.takeRole(OperatorRole.VIEWER);
        assertThat(world.tokenService.authenticate(issued.token()).orElseThrow().roles())
                .containsExactly("operator-viewer");
        world.operators.remove(operator);
        assertThat(world.tokenService.authenticate(issued.token())).isEmpty();
    }
}
