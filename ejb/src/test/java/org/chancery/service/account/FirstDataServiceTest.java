package org.chancery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.chancery.model.account.AccessToken;
import org.chancery.model.account.Operator;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.account.SettingsValues;
import org.chancery.service.account.domain.SettingsCheck;
import org.chancery.service.platform.ConfigurationException;
import org.chancery.service.platform.SecretHasher;
import org.junit.jupiter.api.Test;

class FirstDataServiceTest {

    @Test
    void a_sandbox_starts_with_a_seller_an_operator_and_a_customer() {
        AccountWorld world = AccountWorld.sandbox();
        world.firstData.prepare();
        world.firstData.prepare();
        assertThat(world.settings.current().seller().canInvoice()).isTrue();
        assertThat(world.settings.current().taxRates()).isEmpty();
        assertThat(world.operators.all()).hasSize(1);
        assertThat(world.accountService.list("acme", null, 10).data()).hasSize(1);
        assertThat(world.enter("ana@example.org").accountComplete()).isTrue();
    }

    @Test
    void the_sandbox_token_opens_everything() {
        AccountWorld world = AccountWorld.sandbox();
        world.firstData.prepare();
        assertThat(world.tokenService.authenticate("opr_sandbox").orElseThrow().roles())
                .contains("operator-admin");
    }

    @Test
    void the_sandbox_seller_passes_its_own_checks() {
        SettingsValues values = SandboxData.settings();
        SettingsView view = SettingsView.of(values);
        SettingsDraft draft = new SettingsDraft(
                new SettingsDraft.SellerDraft(
                        view.seller().name(),
                        view.seller().address(),
                        view.seller().country(),
                        view.seller().taxId(),
                        view.seller().iban(),
                        view.seller().bic(),
                        view.seller().email(),
                        view.seller().logo(),
                        view.seller().termsUrl()),
                List.copyOf(view.taxRates().stream()
                        .map(r -> new SettingsDraft.TaxRateDraft(r.country(), r.rate(), r.from()))
                        .toList()),
                view.invoicePrefix(),
                view.wireDays(),
                view.selfRegistration(),
                view.settlementDelay());
        assertThat(SettingsCheck.merge(draft, SettingsValues.INITIAL)).isEqualTo(values);
    }

    @Test
    void another_configured_token_replaces_the_built_in_one_and_back() {
        AccountWorld world = AccountWorld.sandbox("opr_mine");
        AccessToken stray = builtInTokenIn(world);
        world.firstData.prepare();
        assertThat(stray.isLive()).isFalse();
        assertThat(world.tokenService.authenticate("opr_sandbox")).isEmpty();
        assertThat(world.tokenService.authenticate("opr_mine")).isPresent();
        world.tokens.findLive(hash("opr_mine")).orElseThrow().revoke(world.instant());
        world.firstData.prepare();
        assertThat(world.tokenService.authenticate("opr_mine")).isPresent();
    }

    @Test
    void production_starts_empty_but_for_its_first_operator() {
        AccountWorld world = AccountWorld.production("Root@Example.org");
        AccessToken stray = builtInTokenIn(world);
        world.firstData.prepare();
        world.firstData.prepare();
        assertThat(world.settings.current()).isEqualTo(SettingsValues.INITIAL);
        assertThat(world.operators.all()).hasSize(2);
        assertThat(world.operators.all().get(1).email().text()).isEqualTo("root@example.org");
        assertThat(stray.isLive()).isFalse();
        assertThat(world.accounts.page("", null, 10)).isEmpty();
    }

    @Test
    void an_address_that_is_none_stops_the_start() {
        AccountWorld world = AccountWorld.production("root");
        assertThatThrownBy(world.firstData::prepare).isInstanceOf(ConfigurationException.class);
    }

    private static AccessToken builtInTokenIn(AccountWorld world) {
        Operator operator = new Operator(new UUID(0, 1), SandboxData.OPERATOR, OperatorRole.ADMIN, world.instant());
        world.operators.add(operator);
        AccessToken token = AccessToken.ofOperator(
                new UUID(0, 2),
                hash("opr_sandbox"),
                SandboxData.TOKEN_NAME,
                operator.id(),
                OperatorRole.ADMIN,
                world.instant());
        world.tokens.add(token);
        return token;
    }

    private static String hash(String token) {
        return new SecretHasher(new byte[32]).hash(token);
    }
}
