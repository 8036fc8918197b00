package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.notification.Mail;
import org.chancery.model.notification.OutboxMessage;
import org.chancery.model.notification.OutboxMessages;
import org.chancery.model.notification.SandboxMail;
import org.chancery.model.notification.SandboxMails;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a database can keep: unique keys, conditional statements, claims. Made by the migrations, in memory. */
class JpaAccountsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final Ids IDS = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private static SessionFactory database;
    private EntityManager entities;

    @BeforeAll
    static void a_migrated_database() {
        String url = "jdbc:h2:mem:" + IDS.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        Configuration configuration = new Configuration()
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC");
        List.of(
                        Account.class,
                        User.class,
                        Operator.class,
                        AccessToken.class,
                        LoginCode.class,
                        AttemptWindow.class,
                        Settings.class,
                        OutboxMessage.class,
                        SandboxMail.class)
                .forEach(configuration::addAnnotatedClass);
        database = configuration.buildSessionFactory();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() {
        entities = database.createEntityManager();
        entities.getTransaction().begin();
    }

    @AfterEach
    void forget() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    void the_mapping_fits_the_migrated_schema() {
        database.getSchemaManager().validateMappedObjects();
    }

    @Test
    void accounts_are_found_by_a_part_of_what_they_say_and_paged_from_the_newest() {
        Accounts accounts = repository(Accounts.class);
        UUID first = addAccount(accounts, "Ac_me").id();
        UUID second = addAccount(accounts, "Globex").id();
        flush();
        assertThat(accounts.page("C_M", null, 10)).extracting(Account::id).containsExactly(first);
        assertThat(accounts.page("cxm", null, 10)).isEmpty();
        assertThat(accounts.page("", null, 10)).extracting(Account::id).containsExactlyInAnyOrder(first, second);
        UUID newer = first.compareTo(second) > 0 ? first : second;
        assertThat(accounts.page("", newer, 10)).hasSize(1);
    }

    @Test
    void an_address_belongs_to_one_user() {
        UUID accountId = addAccount(repository(Accounts.class), "Acme").id();
        Users users = repository(Users.class);
        users.add(new User(IDS.next(), accountId, ANA, UserRole.OWNER, NOW));
        flush();
        assertThat(users.findByEmail(ANA)).isPresent();
        users.add(new User(IDS.next(), accountId, ANA, UserRole.VIEWER, NOW));
        assertThatThrownBy(this::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void an_address_has_one_live_code() {
        LoginCodes codes = repository(LoginCodes.class);
        codes.add(code());
        flush();
        codes.retire(ANA);
        codes.add(code());
        flush();
        codes.add(code());
        assertThatThrownBy(this::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void a_code_is_used_up_once_and_only_right_and_in_time() {
        LoginCodes codes = repository(LoginCodes.class);
        LoginCode code = code();
        codes.add(code);
        flush();
        assertThat(codes.consume(code.id(), "another", NOW)).isFalse();
        assertThat(codes.consume(code.id(), "code", code.expiresAt())).isFalse();
        assertThat(codes.complete(code.id(), NOW)).isFalse();
        assertThat(codes.consume(code.id(), "code", NOW)).isTrue();
        assertThat(codes.consume(code.id(), "code", NOW)).isFalse();
        assertThat(codes.complete(code.id(), NOW)).isTrue();
        assertThat(codes.complete(code.id(), NOW)).isFalse();
    }

    @Test
    void a_replaced_code_is_worth_nothing() {
        LoginCodes codes = repository(LoginCodes.class);
        LoginCode code = code();
        codes.add(code);
        flush();
        codes.retire(ANA);
        assertThat(codes.consume(code.id(), "code", NOW)).isFalse();
    }

    @Test
    void an_operators_tokens_and_recovery_codes_go_with_the_operator() {
        Operators operators = repository(Operators.class);
        AccessTokens tokens = repository(AccessTokens.class);
        Operator operator = new Operator(IDS.next(), ANA, OperatorRole.ADMIN, NOW);
        operators.add(operator);
        operator.beginSecondFactor("sealed");
        operator.completeSecondFactor(1, Set.of("a", "b"));
        tokens.add(AccessToken.ofOperator(IDS.next(), "hash", "ci", operator.id(), OperatorRole.VIEWER, NOW));
        flush();
        assertThat(tokens.findLive("hash")).isPresent();
        operators.remove(operators.requireLocked(operator.id()));
        flush();
        assertThat(tokens.findAny("hash")).isEmpty();
    }

    @Test
    void settings_keep_their_rates_in_order() {
        SettingsRegister register = repository(SettingsRegister.class);
        register.add(new Settings(SettingsValues.INITIAL));
        flush();
        assertThat(register.current()).isEqualTo(SettingsValues.INITIAL);
        SettingsValues values = new SettingsValues(
                new Seller("Acme", null, "DE", null, null, null, null, "x".repeat(300_000), null),
                List.of(rate("FI", "2024-09-01"), rate("DE", "2021-01-01"), rate("FI", "2021-01-01")),
                "RE-",
                30,
                false,
                Duration.ofMinutes(5));
        register.findLocked().orElseThrow().change(values);
        flush();
        assertThat(register.current()).isEqualTo(values);
        assertThat(register.current().taxRates()).extracting(TaxRate::country).containsExactly("DE", "FI", "FI");
    }

    @Test
    void a_claimed_mail_is_nobody_elses_until_the_lease_ends() {
        OutboxMessages outbox = repository(OutboxMessages.class);
        Instant past = NOW.minus(3650, ChronoUnit.DAYS);
        for (int i = 0; i < 3; i++) {
            outbox.add(new OutboxMessage(IDS.next(), mail("mail " + i), past, null));
        }
        flush();
        UUID one = IDS.next();
        assertThat(outbox.claimDue(one, Duration.ofMinutes(5), 2)).hasSize(2);
        flush();
        List<OutboxMessage> rest = outbox.claimDue(IDS.next(), Duration.ofMinutes(5), 10);
        assertThat(rest).hasSize(1);
        assertThat(outbox.findClaimedLocked(rest.get(0).id(), one)).isEmpty();
        assertThat(outbox.hasOpenLike(mail("mail 1"))).isTrue();
        assertThat(outbox.hasOpenLike(mail("mail 9"))).isFalse();
    }

    @Test
    void the_mailbox_keeps_a_mail_once() {
        SandboxMails mailbox = repository(SandboxMails.class);
        UUID id = IDS.next();
        mailbox.addOnce(new SandboxMail(id, mail("mail"), NOW));
        mailbox.addOnce(new SandboxMail(id, mail("mail"), NOW));
        flush();
        assertThat(mailbox.latest(Optional.of(ANA), 10)).hasSize(1);
        assertThat(mailbox.delete(Optional.of(new EmailAddress("eve@example.org"))))
                .isZero();
        assertThat(mailbox.delete(Optional.empty())).isEqualTo(1);
    }

    @Test
    void two_calls_that_note_the_use_of_a_token_in_one_moment_do_not_refuse_each_other() {
        AccessTokens tokens = repository(AccessTokens.class);
        UUID account = addAccount(repository(Accounts.class), "Acme").id();
        UUID id = IDS.next();
        tokens.add(AccessToken.ofAccount(id, "busy", "ci", account, UserRole.VIEWER, NOW));
        flush();
        AccessToken seenByOne = tokens.findLive("busy").orElseThrow();
        entities.clear();
        AccessToken seenByTheOther = tokens.findLive("busy").orElseThrow();
        tokens.noteUse(seenByOne, NOW);
        tokens.noteUse(seenByTheOther, NOW.plusSeconds(1));
        seenByTheOther.revoke(NOW.plusSeconds(2)); // its version is still the one it was read with
        flush();
        AccessToken token = tokens.find(id).orElseThrow();
        assertThat(token.revokedAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void the_use_of_a_token_is_noted_once_an_hour_by_whoever_comes_first() {
        AccessTokens tokens = repository(AccessTokens.class);
        UUID account = addAccount(repository(Accounts.class), "Acme").id();
        UUID id = IDS.next();
        tokens.add(AccessToken.ofAccount(id, "hourly", "ci", account, UserRole.VIEWER, NOW));
        flush();
        AccessToken token = tokens.find(id).orElseThrow();
        Instant hourLater = NOW.plus(Duration.ofHours(1));
        tokens.noteUse(token, NOW);
        tokens.noteUse(token, hourLater.minusSeconds(1));
        entities.clear();
        assertThat(tokens.find(id).orElseThrow().lastUsedAt()).isEqualTo(NOW);
        tokens.noteUse(token, hourLater);
        entities.clear();
        assertThat(tokens.find(id).orElseThrow().lastUsedAt()).isEqualTo(hourLater);
    }

    private static Account addAccount(Accounts accounts, String company) {
        AccountDetails details = AccountDetails.of(company, "billing@example.com", "EUR", "DE", null, null, null);
        Account account = new Account(IDS.next(), details, NOW);
        accounts.add(account);
        return account;
    }

    private static LoginCode code() {
        return new LoginCode(IDS.next(), ANA, SignInPlace.CONSOLE, "code", "attempt", NOW);
    }

    private static Mail mail(String subject) {
        return new Mail(ANA, subject, "text", "<p>text</p>");
    }

    private static TaxRate rate(String country, String from) {
        return new TaxRate(country, new BigDecimal("19"), LocalDate.parse(from));
    }

    private void flush() {
        entities.flush();
        entities.clear();
    }

    private <T> T repository(Class<T> api) {
        try {
            String name = api.getPackageName() + ".Jpa" + api.getSimpleName();
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            Object repository = constructor.newInstance();
            Field field = repository.getClass().getDeclaredField("entities");
            field.setAccessible(true);
            field.set(repository, entities);
            return api.cast(repository);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The repository changed its shape", e);
        }
    }
}
