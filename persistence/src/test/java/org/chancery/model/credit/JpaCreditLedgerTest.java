package org.chancery.model.credit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger in a real database made by the migrations, in memory. Rows it refers to are not made: keys are off. */
class JpaCreditLedgerTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final UUID ACCOUNT = new UUID(4, 4);
    private static final UUID OTHER = new UUID(5, 5);
    private static final Currency EUR = Currency.getInstance("EUR");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    private final JpaCreditLedger ledger = new JpaCreditLedger();
    private SessionFactory database;
    private EntityManager entities;

    @BeforeEach
    void a_migrated_database() throws ReflectiveOperationException {
        String url = "jdbc:h2:mem:" + ids.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(CreditEntry.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .buildSessionFactory();
        entities = database.createEntityManager();
        Field field = JpaCreditLedger.class.getDeclaredField("entities");
        field.setAccessible(true);
        field.set(ledger, entities);
        inTransaction(() ->
                entities.createNativeQuery("set referential_integrity false").executeUpdate());
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    @Test
    void what_can_be_used_and_what_is_on_its_way_are_told_apart_by_account_and_currency() {
        move(ACCOUNT, 500, "EUR", NOON);
        move(ACCOUNT, -200, "EUR", NOON);
        move(ACCOUNT, 70, "EUR", NOON.plus(HOUR));
        move(ACCOUNT, 900, "USD", NOON);
        move(OTHER, 1000, "EUR", NOON);
        assertThat(ledger.available(ACCOUNT, EUR, NOON).minor()).isEqualTo(300);
        assertThat(ledger.pending(ACCOUNT, EUR, NOON).minor()).isEqualTo(70);
        assertThat(ledger.available(ACCOUNT, EUR, NOON.plus(HOUR)).minor()).isEqualTo(370);
        assertThat(ledger.currencies(ACCOUNT)).containsExactlyInAnyOrder(EUR, Currency.getInstance("USD"));
        assertThat(ledger.currencies(new UUID(6, 6))).isEmpty();
    }

    @Test
    void what_another_node_whose_clock_is_a_moment_ahead_has_used_is_used() {
        move(ACCOUNT, 100, "EUR", NOON);
        Instant ahead = NOON.plusMillis(1);
        inTransaction(() -> ledger.append(CreditEntry.journal(
                ids,
                ACCOUNT,
                Money.ofMinor(-100, "EUR"),
                new CreditEntry.Movement(CreditKind.GRANT, "why", null, ahead, ahead))));
        assertThat(ledger.available(ACCOUNT, EUR, NOON).minor()).isZero();
        assertThat(ledger.pending(ACCOUNT, EUR, NOON).minor()).isZero();
    }

    @Test
    void entries_are_turned_over_page_by_page_from_the_newest_on() {
        for (int amount = 1; amount <= 5; amount++) {
            move(ACCOUNT, amount, "EUR", NOON);
        }
        List<CreditEntry> first = ledger.entries(ACCOUNT, null, 2);
        List<CreditEntry> second = ledger.entries(ACCOUNT, first.get(1).id(), 9);
        assertThat(first).extracting(entry -> entry.money().minor()).containsExactly(5L, 4L);
        assertThat(second).extracting(entry -> entry.money().minor()).containsExactly(3L, 2L, 1L);
        assertThat(ledger.entries(OTHER, null, 9)).isEmpty();
    }

    @Test
    void gains_come_from_the_last_usable_on_until_they_reach_the_sum() {
        move(ACCOUNT, 1, "EUR", NOON.plus(HOUR));
        for (int i = 0; i < 250; i++) {
            move(ACCOUNT, 2, "EUR", NOON);
            move(ACCOUNT, -1, "EUR", NOON);
        }
        move(ACCOUNT, 3, "USD", NOON.plus(HOUR));
        List<CreditEntry> gains = ledger.latestGains(ACCOUNT, Money.ofMinor(251, "EUR"));
        assertThat(gains.stream().mapToLong(gain -> gain.money().minor()).sum()).isBetween(251L, 501L);
        assertThat(gains.get(0).availableAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(gains).allMatch(CreditEntry::isGain).doesNotHaveDuplicates();
        assertThat(ledger.latestGains(ACCOUNT, Money.ofMinor(501, "EUR"))).hasSize(251);
        assertThat(ledger.latestGains(ACCOUNT, Money.zero(EUR))).isEmpty();
    }

    private void move(UUID account, long minor, String currency, Instant availableAt) {
        inTransaction(() -> ledger.append(CreditEntry.journal(
                ids,
                account,
                Money.ofMinor(minor, currency),
                new CreditEntry.Movement(CreditKind.GRANT, "because", null, NOON, availableAt))));
    }

    private void inTransaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
    }
}
