package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Theme;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserServiceTest {

    private final AccountWorld world = AccountWorld.sandbox();
    private UUID account = new UUID(0, 0);
    private UUID ana = new UUID(0, 0);

    @BeforeEach
    void ana_owns_an_account() {
        SignedInUser user = world.enter("ana@example.org");
        account = user.accountId();
        ana = user.userId();
        world.callAs(user.principalName());
    }

    @Test
    void an_added_person_signs_in_to_the_same_account() {
        UserView mia = world.userService.add(account, "Mia@example.org", "member");
        assertThat(world.mails.all().get(1).mail().text()).contains("https://portal.example/sign-in");
        SignedInUser signedIn = world.enter("mia@example.org");
        assertThat(signedIn.userId()).isEqualTo(mia.id());
        assertThat(signedIn.accountId()).isEqualTo(account);
        assertThat(signedIn.roles()).containsExactlyInAnyOrder("member", "viewer");
    }

    @Test
    void the_last_owner_neither_goes_nor_steps_down() {
        UserView mia = world.userService.add(account, "mia@example.org", "viewer");
        refused(AccountRefusal.LAST_OWNER, () -> world.userService.remove(account, ana));
        refused(AccountRefusal.LAST_OWNER, () -> world.userService.changeRole(account, ana, "member"));
        world.userService.changeRole(account, ana, "owner");
        world.userService.changeRole(account, mia.id(), "owner");
        world.userService.remove(account, ana);
        refused(AccountRefusal.LAST_OWNER, () -> world.userService.remove(account, mia.id()));
        assertThat(world.userService.list(account)).extracting(UserView::email).containsExactly("mia@example.org");
    }

    @Test
    void an_address_belongs_to_one_account() {
        world.enter("eve@example.org");
        refused(AccountRefusal.EMAIL_TAKEN, () -> world.userService.add(account, "eve@example.org", "member"));
    }

    @Test
    void another_account_does_not_exist() {
        SignedInUser eve = world.enter("eve@example.org");
        assertThatThrownBy(() -> world.userService.list(eve.accountId())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.userService.remove(eve.accountId(), eve.userId()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.userService.remove(account, eve.userId()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.accountService.view(eve.accountId())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void invitations_are_limited() {
        for (int i = 0; i < 20; i++) {
            world.userService.add(account, "user" + i + "@example.org", "viewer");
        }
        refused(CommonRefusal.TOO_MANY_REQUESTS, () -> world.userService.add(account, "more@example.org", "viewer"));
    }

    @Test
    void roles_and_languages_are_known_words() {
        assertThatThrownBy(() -> world.userService.add(account, "mia@example.org", "OWNER"))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> world.userService.prefer("<script>", Theme.DARK))
                .isInstanceOf(InvalidRequestException.class);
        world.userService.prefer("de", Theme.DARK);
        assertThat(world.signIn.revalidate(ana).orElseThrow().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void a_change_keeps_what_it_leaves_out_and_a_company_cannot_go_again() {
        world.accountService.change(account, new AccountDraft("Acme", null, null, "AT", null, "ATU1", null));
        AccountView view =
                world.accountService.change(account, new AccountDraft(null, null, null, null, null, "", null));
        assertThat(view.company()).isEqualTo("Acme");
        assertThat(view.country()).isEqualTo("AT");
        assertThat(view.taxId()).isNull();
        assertThat(view.complete()).isTrue();
        assertThatThrownBy(() ->
                        world.accountService.change(account, new AccountDraft("", null, null, null, null, null, null)))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static void refused(
            org.chancery.model.platform.Refusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DomainException.class)
                .extracting(e -> ((DomainException) e).refusal())
                .isEqualTo(refusal);
    }
}
