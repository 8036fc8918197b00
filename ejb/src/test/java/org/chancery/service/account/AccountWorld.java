package org.chancery.service.account;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.model.account.InMemoryAccessTokens;
import org.chancery.model.account.InMemoryAccounts;
import org.chancery.model.account.InMemoryAttemptWindows;
import org.chancery.model.account.InMemoryLoginCodes;
import org.chancery.model.account.InMemoryOperators;
import org.chancery.model.account.InMemorySettings;
import org.chancery.model.account.InMemoryUsers;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.notification.InMemoryOutboxMessages;
import org.chancery.model.notification.OutboxMessage;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.notification.SilentEvent;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.SecretGenerator;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Vault;
import org.jspecify.annotations.Nullable;

/** All account services over memory, with a clock that tests move and a caller whom tests choose. */
final class AccountWorld extends Clock {

    static final String BROWSER = "browser-of-ana-0123456789";
    static final String OTHER_BROWSER = "browser-of-eve-0123456789";
    static final String NETWORK = "192.0.2.1";

    private static final byte[] MASTER_KEY = new byte[32];
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryOperators operators = new InMemoryOperators();
    final InMemoryAccessTokens tokens = new InMemoryAccessTokens();
    final InMemoryLoginCodes codes = new InMemoryLoginCodes();
    final InMemorySettings settings = new InMemorySettings();
    final InMemoryOutboxMessages mails = new InMemoryOutboxMessages(this);
    final List<AuditEntry> audited = new ArrayList<>();
    final ChanceryConfig config;

    final SignInService signIn;
    final OperatorSignInService operatorSignIn;
    final AccountService accountService;
    final UserService userService;
    final OperatorService operatorService;
    final TokenService tokenService;
    final FirstDataService firstData;

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private String principal = "anonymous";

    private AccountWorld(ChanceryConfig config) {
        this.config = config;
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(this, random);
        SecretHasher hasher = new SecretHasher(MASTER_KEY);
        Caller caller = new Caller(() -> principal);
        AuditTrail audit = new AuditTrail(new Recorded(), caller, ids, this);
        OutboxService outbox = new OutboxService(mails, new SilentEvent<>(), ids, this);
        SignInStepService steps = new SignInStepService(codes, new InMemoryAttemptWindows(), outbox, hasher, ids, this);
        RateGuard guard = new RateGuard(steps);
        SignInDoor door = new SignInDoor(codes, steps, guard, hasher, random, this);
        SecondFactors factors = new SecondFactors(new Vault(MASTER_KEY, random), hasher, random, this);
        signIn = new SignInService(door, accounts, users, settings, audit, ids, this);
        operatorSignIn = new OperatorSignInService(door, guard, operators, factors, config, audit);
        accountService = new AccountService(accounts, users, settings, outbox, audit, caller, config, ids, this);
        userService = new UserService(accounts, users, guard, outbox, audit, caller, config, ids, this);
        operatorService = new OperatorService(operators, outbox, audit, caller, config, ids, this);
        tokenService = new TokenService(
                tokens, accounts, operators, new SecretGenerator(random), hasher, audit, caller, ids, this);
        firstData =
                new FirstDataService(settings, accounts, users, operators, tokens, config, hasher, audit, ids, this);
    }

    static AccountWorld sandbox() {
        return sandbox("opr_sandbox");
    }

    static AccountWorld sandbox(String operatorToken) {
        return new AccountWorld(config(ChanceryConfig.Mode.SANDBOX, operatorToken, null));
    }

    static AccountWorld production(@Nullable String adminEmail) {
        return new AccountWorld(config(ChanceryConfig.Mode.PRODUCTION, null, adminEmail));
    }

    private static ChanceryConfig config(
            ChanceryConfig.Mode mode, @Nullable String operatorToken, @Nullable String adminEmail) {
        ChanceryConfig.Smtp smtp = new ChanceryConfig.Smtp("mail.example.org", null, null);
        URI base = URI.create("https://portal.example");
        return new ChanceryConfig(mode, base, MASTER_KEY, operatorToken, adminEmail, null, smtp, "a@b.example");
    }

    void advance(Duration step) {
        now = now.plus(step);
    }

    void callAs(String principalName) {
        principal = principalName;
    }

    /** The code of the newest mail. */
    String mailedCode() {
        List<OutboxMessage> all = mails.all();
        Matcher matcher = CODE.matcher(all.get(all.size() - 1).mail().text());
        if (!matcher.find()) {
            throw new AssertionError("The newest mail holds no code");
        }
        return matcher.group();
    }

    /** Signs in through the portal. */
    SignedInUser enter(String email) {
        signIn.start(email, NETWORK, BROWSER);
        return signIn.finish(BROWSER, mailedCode());
    }

    UUID accountOf(String email) {
        return enter(email).accountId();
    }

    /** Eight digits that are not these. */
    static String another(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private final class Recorded implements AuditEntries {

        @Override
        public void add(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }
}
