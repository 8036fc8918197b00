package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.model.account.AccessToken;
import org.chancery.model.account.AccessTokens;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.Operator;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.account.Operators;
import org.chancery.model.account.Settings;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.User;
import org.chancery.model.account.UserRole;
import org.chancery.model.account.Users;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ConfigurationException;
import org.chancery.service.platform.SecretHasher;

/** Sees at each start that what the configuration promises is there: settings, first operator, the sandbox's cast. */
@Stateless
@PermitAll
public class FirstDataService {

    private final SettingsRegister settings;
    private final Accounts accounts;
    private final Users users;
    private final Operators operators;
    private final AccessTokens tokens;
    private final ChanceryConfig config;
    private final SecretHasher hasher;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public FirstDataService(
            SettingsRegister settings,
            Accounts accounts,
            Users users,
            Operators operators,
            AccessTokens tokens,
            ChanceryConfig config,
            SecretHasher hasher,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.users = users;
        this.operators = operators;
        this.tokens = tokens;
        this.config = config;
        this.hasher = hasher;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public FirstDataService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Adds what is missing; a second run, or a second node, finds it there.
     *
     * @throws ConfigurationException when the first operator's address is none
     */
    @Audited("start.first-data")
    public void prepare() {
        Instant now = clock.instant();
        boolean fresh = settings.find().isEmpty();
        if (fresh) {
            settings.add(new Settings(config.isSandbox() ? SandboxData.settings() : SettingsValues.INITIAL));
            audit.record(
                    "start.first-data", null, "settings", null, config.mode().name());
        }
        if (fresh && config.isSandbox()) {
            addSampleCustomer(now);
        }
        keepSandboxToken(now);
        firstOperatorAddress().ifPresent(email -> operatorWith(email, now));
    }

    private void addSampleCustomer(Instant now) {
        Account account = new Account(ids.next(), SandboxData.customer(), now);
        accounts.add(account);
        users.add(new User(ids.next(), account.id(), SandboxData.CUSTOMER, UserRole.OWNER, now));
    }

    // The configured token is the only one of its name that works; in production, which has none, that is none at all.
    private void keepSandboxToken(Instant now) {
        String token = config.operatorToken();
        String hash = token == null ? "" : hasher.hash(token);
        operators.findByEmail(SandboxData.OPERATOR).ifPresent(operator -> revokeOthers(operator, hash, now));
        if (token == null || tokens.findLive(hash).isPresent()) {
            return;
        }
        tokens.findAny(hash).ifPresent(tokens::remove);
        Operator operator = operatorWith(SandboxData.OPERATOR, now);
        tokens.add(AccessToken.ofOperator(
                ids.next(), hash, SandboxData.TOKEN_NAME, operator.id(), OperatorRole.ADMIN, now));
    }

    private void revokeOthers(Operator operator, String hash, Instant now) {
        Optional<AccessToken> wanted = tokens.findLive(hash);
        tokens.liveOfOperator(operator.id()).stream()
                .filter(token -> token.name().equals(SandboxData.TOKEN_NAME))
                .filter(token -> !wanted.equals(Optional.of(token)))
                .forEach(token -> token.revoke(now));
    }

    private Optional<EmailAddress> firstOperatorAddress() {
        String typed = config.adminEmail();
        if (typed == null) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.parse(typed)
                .orElseThrow(
                        () -> new ConfigurationException(List.of("CHANCERY_ADMIN_EMAIL must be an e-mail address"))));
    }

    private Operator operatorWith(EmailAddress email, Instant now) {
        return operators.findByEmail(email).orElseGet(() -> {
            Operator operator = new Operator(ids.next(), email, OperatorRole.ADMIN, now);
            operators.add(operator);
            audit.record("operator.add", null, operator.id(), null, "admin, by configuration");
            return operator;
        });
    }
}
