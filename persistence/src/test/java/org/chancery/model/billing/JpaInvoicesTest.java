package org.chancery.model.billing;

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
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.time.ServicePeriod;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's lists of invoices in a real database made by the migrations, in memory. */
class JpaInvoicesTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private final SecureRandom random = new SecureRandom();
    private long made;
    private SessionFactory database;
    private EntityManager entities;
    private JpaInvoices invoices;
    private UUID acme;
    private UUID zenith;
    private UUID overdue;
    private UUID open;
    private UUID paid;

    @BeforeEach
    void two_accounts_with_an_overdue_an_open_and_a_paid_invoice() throws ReflectiveOperationException {
        String url = "jdbc:h2:mem:" + nextId() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(Account.class)
                .addAnnotatedClass(Invoice.class)
                .addAnnotatedClass(InvoiceLine.class)
                .addAnnotatedClass(InvoiceSeries.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        entities = database.createEntityManager();
        invoices = new JpaInvoices();
        Field field = JpaInvoices.class.getDeclaredField("entities");
        field.setAccessible(true);
        field.set(invoices, entities);
        entities.getTransaction().begin();
        // these lists look at accounts and invoices only
        entities.createNativeQuery("set referential_integrity false").executeUpdate();
        acme = account("Acme");
        zenith = account("Zenith");
        overdue = invoice(acme, "INV-000001", NOON.minusSeconds(1));
        open = invoice(zenith, "INV-000002", NOON);
        paid = invoice(acme, "INV-000003", NOON.minus(Duration.ofDays(9)));
        invoices.require(paid).receive(new Money(9_900, EUR), NOON);
        entities.getTransaction().commit();
        entities.clear();
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    @Test
    void each_filter_lets_through_what_its_name_says_newest_first() {
        assertThat(found(null, InvoiceFilter.ALL)).containsExactly(paid, open, overdue);
        assertThat(found(null, InvoiceFilter.OPEN)).containsExactly(open, overdue);
        assertThat(found(null, InvoiceFilter.OVERDUE)).containsExactly(overdue);
        assertThat(found(null, InvoiceFilter.PAID)).containsExactly(paid);
        assertThat(found(acme, InvoiceFilter.ALL)).containsExactly(paid, overdue);
        assertThat(found(zenith, InvoiceFilter.PAID)).isEmpty();
    }

    @Test
    void counts_agree_with_the_lists() {
        for (InvoiceFilter filter : InvoiceFilter.values()) {
            assertThat(invoices.count(filter, NOON))
                    .as(filter.name())
                    .isEqualTo(found(null, filter).size());
        }
    }

    @Test
    void a_page_begins_after_the_last_of_the_page_before() {
        assertThat(invoices.search(null, InvoiceFilter.ALL, NOON, open, 10))
                .extracting(each -> each.invoice().id())
                .containsExactly(overdue);
        assertThat(invoices.search(null, InvoiceFilter.ALL, NOON, null, 2)).hasSize(2);
    }

    @Test
    void the_first_due_comes_first_and_what_is_paid_does_not_come() {
        assertThat(invoices.dueFirst(5)).extracting(each -> each.invoice().id()).containsExactly(overdue, open);
        assertThat(invoices.dueFirst(1)).extracting(InvoiceOfCompany::company).containsExactly("Acme");
    }

    @Test
    void a_page_with_its_companies_is_one_query() {
        database.getStatistics().clear();
        invoices.search(null, InvoiceFilter.ALL, NOON, null, 51);
        assertThat(database.getStatistics().getPrepareStatementCount()).isEqualTo(1);
    }

    private List<UUID> found(@Nullable UUID account, InvoiceFilter filter) {
        return invoices.search(account, filter, NOON, null, 100).stream()
                .map(each -> each.invoice().id())
                .toList();
    }

    private UUID account(String company) {
        UUID id = nextId();
        entities.persist(new Account(
                id,
                AccountDetails.of(company, company + "@example.org", "EUR", "DE", "Europe/Berlin", null, null),
                NOON));
        return id;
    }

    private UUID invoice(UUID account, String number, Instant due) {
        ServicePeriod period = new ServicePeriod(NOON, NOON.plus(Duration.ofDays(30)));
        LineDraft draft = LineDraft.charge(nextId(), nextId(), "plan", "Prototype, monthly", 1, 9_900, period, false);
        Invoice invoice = new Invoice(
                nextId(),
                InvoicePurpose.FIRST,
                InvoiceSubject.subscription(account, nextId(), "0.0"),
                EUR,
                List.of(new InvoiceLine(draft, 0, 0)),
                List.of());
        invoice.finalise(number, NOON.minus(Duration.ofDays(14)), due, Money.zero(EUR));
        invoices.add(invoice);
        return invoice.id();
    }

    /** One a millisecond: only then are ids in the order in which they were made. */
    private UUID nextId() {
        return new Ids(Clock.fixed(NOON.plusMillis(made++), ZoneOffset.UTC), random).next();
    }
}
