package org.chancery.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.chancery.model.addon.AddOn;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.addon.AddOnTerms;
import org.chancery.model.addon.AddOns;
import org.chancery.model.addon.Grants;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.chancery.model.time.BillingPeriod;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalog in a real database made by the migrations, in memory. */
class JpaCatalogTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    // The newest script about the catalog's tables; what other features add later is none of this test's business.
    private static final String NEWEST_OF_CATALOG = "202611212010";
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private SessionFactory database;
    private EntityManager entities;
    private Products products;
    private AddOns addOns;

    @BeforeEach
    void a_migrated_database() throws ReflectiveOperationException {
        String url = "jdbc:h2:mem:" + ids.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .target(NEWEST_OF_CATALOG)
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(Product.class)
                .addAnnotatedClass(Plan.class)
                .addAnnotatedClass(Price.class)
                .addAnnotatedClass(AddOn.class)
                .addAnnotatedClass(AddOnAllowance.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        entities = database.createEntityManager();
        products = repository("org.chancery.model.catalog.JpaProducts", Products.class);
        addOns = repository("org.chancery.model.addon.JpaAddOns", AddOns.class);
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
    void the_catalog_is_read_back_as_it_was_written() {
        UUID id = writeProduct("iot");

        Product product = products.findByCode("iot").orElseThrow();
        Plan plan = products.plansOf(List.of(product)).get(0);
        AddOn addOn = addOns.ofProducts(List.of(id)).get(0);
        AddOnAllowance allowance = addOns.allowancesOfProducts(List.of(id)).get(0);
        Price price = products.soldPricesOf(List.of(product)).get(0);

        assertThat(products.require(id).name()).isEqualTo("IoT");
        assertThat(product.cancellation()).containsExactly(CancellationMode.NOW);
        assertThat(plan.limits())
                .containsExactly(new FeatureLimit("devices", 500L), new FeatureLimit("assets", Limit.UNLIMITED));
        assertThat(plan.features()).containsExactly("b", "a");
        assertThat(plan.instances()).isEqualTo(new InstanceCounts(2, 1));
        assertThat(addOn.grants().limits()).containsExactly(new FeatureLimit("users", 1L));
        assertThat(addOn.requires()).containsExactly("other");
        assertThat(allowance.addOn()).isEqualTo(addOn);
        assertThat(allowance.planId()).isEqualTo(plan.id());
        assertThat(price.money()).isEqualTo(Money.ofMinor(1000, "EUR"));
        assertThat(price.soldFrom()).isEqualTo(NOW);
        assertThat(products.requirePlan(plan.id()).product()).isEqualTo(product);
    }

    @Test
    void a_larger_catalog_takes_no_more_queries() {
        writeProduct("one");
        long few = statementsToReadAll();
        for (int i = 0; i < 9; i++) {
            writeProduct("p" + i);
        }
        assertThat(statementsToReadAll()).isEqualTo(few).isLessThanOrEqualTo(10);
    }

    @Test
    void what_is_retired_is_not_among_the_sold_but_is_still_there() {
        writeProduct("iot");
        entities.getTransaction().begin();
        Product product = products.findByCode("iot").orElseThrow();
        Price price = products.soldPricesOf(List.of(product)).get(0);
        product.retire(NOW);
        products.soldPricesOf(List.of(product)).forEach(each -> each.retire(NOW));
        entities.getTransaction().commit();
        entities.clear();

        assertThat(products.sold()).isEmpty();
        assertThat(products.all()).containsExactly(product);
        assertThat(products.soldPricesOf(List.of(product))).isEmpty();
        assertThat(products.prices(List.of(price.id()))).containsExactly(price);
        assertThat(products.isEmpty()).isFalse();
    }

    @Test
    void the_same_limits_again_write_nothing() {
        UUID id = writeProduct("iot");
        entities.getTransaction().begin();
        Plan plan = products.plansOf(List.of(products.require(id))).get(0);
        plan.limits();
        database.getStatistics().clear();
        plan.sell(terms());
        entities.getTransaction().commit();
        assertThat(database.getStatistics().getCollectionUpdateCount()).isZero();
        assertThat(database.getStatistics().getEntityUpdateCount()).isZero();
    }

    @Test
    void the_database_itself_refuses_impossible_numbers() {
        writeProduct("iot");
        for (String impossible : List.of(
                "update price set amount = -1",
                "update price set amount = 1000000000001",
                "update price set plan_id = null, add_on_id = null",
                "update plan_limit set amount = -1",
                "update plan set updates_renewal_percent = 10",
                "update plan set lease_seconds = 299",
                "update add_on_allowance set included = max_quantity + 1")) {
            entities.getTransaction().begin();
            assertThatThrownBy(() -> entities.createNativeQuery(impossible).executeUpdate())
                    .as(impossible)
                    .isInstanceOf(ConstraintViolationException.class);
            entities.getTransaction().rollback();
        }
    }

    private UUID writeProduct(String code) {
        entities.getTransaction().begin();
        Product product = new Product(
                ids.next(), code, new ProductTerms("IoT", ProrationUnit.DAY, EnumSet.of(CancellationMode.NOW), 0));
        products.add(product);
        Plan plan = new Plan(ids.next(), product, "basic", PlanKind.SUBSCRIPTION, terms());
        products.add(plan);
        Plan other = new Plan(ids.next(), product, "other", PlanKind.SUBSCRIPTION, terms());
        products.add(other);
        Grants grants = new Grants(
                List.of(new FeatureLimit("users", 1L)), InstanceCounts.NONE, 1, 0, SupportLevel.EXTENDED, List.of("x"));
        AddOn addOn = new AddOn(
                ids.next(), product.id(), "users", new AddOnTerms("Users", null, List.of("other"), grants, 0));
        addOns.add(addOn);
        addOns.add(new AddOnAllowance(ids.next(), plan.id(), addOn, 0, 10, 0));
        addOns.add(new AddOnAllowance(ids.next(), other.id(), addOn, 0, 10, 1));
        Money money = Money.ofMinor(1000, "EUR");
        products.add(new Price(ids.next(), product, plan.id(), null, money, BillingPeriod.MONTH, NOW));
        products.add(new Price(ids.next(), product, null, addOn.id(), money, BillingPeriod.MONTH, NOW));
        products.add(new Price(ids.next(), product, plan.id(), addOn.id(), money, BillingPeriod.MONTH, NOW));
        entities.getTransaction().commit();
        entities.clear();
        return product.id();
    }

    private static PlanTerms terms() {
        return new PlanTerms(
                "Basic",
                SupportLevel.PRIORITY,
                3600,
                14,
                null,
                List.of(new FeatureLimit("devices", 500L), new FeatureLimit("assets", Limit.UNLIMITED)),
                new InstanceCounts(2, 1),
                List.of("b", "a"),
                0);
    }

    private long statementsToReadAll() {
        entities.clear();
        database.getStatistics().clear();
        List<Product> sold = products.sold();
        List<UUID> productIds = sold.stream().map(Product::id).toList();
        assertThat(products.plansOf(sold)).allSatisfy(plan -> {
            assertThat(plan.limits()).hasSize(2);
            assertThat(plan.features()).hasSize(2);
            assertThat(plan.product().name()).isNotEmpty();
        });
        assertThat(addOns.ofProducts(productIds)).allSatisfy(addOn -> {
            assertThat(addOn.grants().limits()).hasSize(1);
            assertThat(addOn.requires()).hasSize(1);
        });
        assertThat(addOns.allowancesOfProducts(productIds))
                .allSatisfy(allowance -> assertThat(allowance.addOn().code()).isEqualTo("users"));
        assertThat(products.soldPricesOf(sold))
                .allSatisfy(price -> assertThat(productIds).contains(price.productId()));
        return database.getStatistics().getPrepareStatementCount();
    }

    private <T> T repository(String type, Class<T> as) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(type).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object repository = constructor.newInstance();
        Field field = repository.getClass().getDeclaredField("entities");
        field.setAccessible(true);
        field.set(repository, entities);
        return as.cast(repository);
    }
}
