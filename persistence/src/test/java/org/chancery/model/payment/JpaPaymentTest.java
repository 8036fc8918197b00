package org.chancery.model.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** Payments in a real database made by the migrations, in memory. Rows they refer to are not made: keys are off. */
class JpaPaymentTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final UUID ACCOUNT = new UUID(4, 4);
    private static final UUID INVOICE = new UUID(5, 5);
    private static final UUID METHOD = new UUID(6, 6);

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    private final JpaPayments payments = new JpaPayments();
    private final JpaPaymentMethods methods = new JpaPaymentMethods();
    private final JpaSandboxCharges charges = new JpaSandboxCharges();
    private final JpaSandboxSetups setups = new JpaSandboxSetups();
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
                .addAnnotatedClass(Payment.class)
                .addAnnotatedClass(PaymentMethod.class)
                .addAnnotatedClass(SandboxCharge.class)
                .addAnnotatedClass(SandboxSetup.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .buildSessionFactory();
        entities = database.createEntityManager();
        for (Object repository : new Object[] {payments, methods, charges, setups}) {
            Field field = repository.getClass().getDeclaredField("entities");
            field.setAccessible(true);
            field.set(repository, entities);
        }
        inTransaction(() ->
                entities.createNativeQuery("set referential_integrity false").executeUpdate());
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    @Test
    void the_mapping_fits_the_migrated_schema() {
        database.getSchemaManager().validateMappedObjects();
    }

    @Test
    void the_database_itself_refuses_a_second_attempt_beside_an_open_one() {
        UUID first = attempt(NOON);
        assertThatThrownBy(() -> attempt(NOON)).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.clear();

        inTransaction(() -> payments.requireLocked(first).fail(Decline.CARD_DECLINED));
        UUID second = attempt(NOON);
        assertThat(payments.ofInvoice(INVOICE)).extracting(Payment::id).containsExactlyInAnyOrder(first, second);
        assertThat(payments.require(first).decline()).contains(Decline.CARD_DECLINED);
        assertThat(payments.accountOf(second)).contains(ACCOUNT);
    }

    @Test
    void a_crash_follows_the_machine_and_a_debit_the_business() {
        UUID id = attempt(NOON.plusSeconds(300));
        Instant before = NOON.minusSeconds(9999);
        assertThat(payments.dueForAsking(NOON.plusSeconds(299), NOON.plusSeconds(9999), 10))
                .isEmpty();
        assertThat(payments.dueForAsking(NOON.plusSeconds(300), before, 10)).containsExactly(id);

        inTransaction(() -> payments.requireLocked(id).process(NOON.plusSeconds(600)));
        assertThat(payments.dueForAsking(NOON.plusSeconds(9999), NOON.plusSeconds(599), 10))
                .isEmpty();
        assertThat(payments.dueForAsking(before, NOON.plusSeconds(600), 10)).containsExactly(id);

        inTransaction(() -> payments.requireLocked(id).settle(NOON));
        assertThat(payments.dueForAsking(NOON.plusSeconds(9999), NOON.plusSeconds(9999), 10))
                .isEmpty();
    }

    @Test
    void methods_and_charges_are_read_back_as_they_were_written() {
        inTransaction(() -> {
            PaymentMethod card =
                    new PaymentMethod(METHOD, ACCOUNT, PaymentMethodType.CARD, "pm_card_visa", "visa", "4242", NOON);
            card.becomeDefault();
            methods.add(card);
            charges.add(new SandboxCharge(
                    INVOICE,
                    "pm_failed_de",
                    Money.ofMinor(5, "EUR"),
                    SandboxCharge.State.PROCESSING,
                    Decline.DEBIT_FAILED,
                    NOON));
        });
        assertThat(methods.findDefault(ACCOUNT)).map(PaymentMethod::last4).contains("4242");
        inTransaction(() -> charges.findLocked(INVOICE).orElseThrow().advance(NOON));
        assertThat(charges.find(INVOICE).orElseThrow().state()).isEqualTo(SandboxCharge.State.DECLINED);
    }

    @Test
    void a_removed_method_is_found_by_its_payments_only() {
        UUID payment = attempt(NOON);
        inTransaction(() -> methods.add(visa(METHOD)));
        assertThat(payments.isMethodInFlight(METHOD)).isTrue();
        inTransaction(() -> payments.requireLocked(payment).settle(NOON));
        assertThat(payments.isMethodInFlight(METHOD)).isFalse();

        inTransaction(() -> methods.find(METHOD).orElseThrow().remove(NOON));
        assertThat(methods.ofAccount(ACCOUNT)).isEmpty();
        assertThat(methods.find(METHOD)).map(PaymentMethod::isRemoved).contains(true);
    }

    @Test
    void one_visit_to_the_provider_brings_one_method() {
        inTransaction(() -> methods.add(broughtBy("cs_1", METHOD)));
        assertThat(methods.findBySetup("cs_1")).map(PaymentMethod::id).contains(METHOD);
        assertThat(methods.findBySetup("cs_2")).isEmpty();
        assertThatThrownBy(() -> inTransaction(() -> methods.add(broughtBy("cs_1", ids.next()))))
                .isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
    }

    @Test
    void a_visit_ends_once() {
        UUID id = ids.next();
        inTransaction(() -> setups.add(new SandboxSetup(id, ACCOUNT, "/billing/methods")));
        inTransaction(() ->
                assertThat(setups.requireLocked(id).choose("pm_card_visa")).isTrue());
        inTransaction(() -> assertThat(setups.requireLocked(id).turnBack()).isFalse());
        SandboxSetup read = setups.require(id);
        assertThat(read.isOpen()).isFalse();
        assertThat(read.methodReference()).contains("pm_card_visa");
        assertThat(read.returnAddress()).isEqualTo("/billing/methods");
    }

    private static PaymentMethod visa(UUID id) {
        return new PaymentMethod(id, ACCOUNT, PaymentMethodType.CARD, "pm_card_visa", "visa", "4242", NOON);
    }

    private static PaymentMethod broughtBy(String setup, UUID id) {
        PaymentMethod method = visa(id);
        method.recordSetup(setup);
        return method;
    }

    private UUID attempt(Instant askAt) {
        UUID id = ids.next();
        inTransaction(() ->
                payments.add(Payment.attempt(id, ACCOUNT, INVOICE, Money.ofMinor(999, "EUR"), METHOD, NOON, askAt)));
        return id;
    }

    private void inTransaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
        entities.clear();
    }
}
