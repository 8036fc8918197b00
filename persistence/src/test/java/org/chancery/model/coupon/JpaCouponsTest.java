package org.chancery.model.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coupons, redemptions and sales in a real database made by the migrations, in memory. */
class JpaCouponsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    private final JpaCoupons coupons = new JpaCoupons();
    private final JpaRedemptions redemptions = new JpaRedemptions();
    private final JpaPartners partners = new JpaPartners();
    private final JpaCouponSales sales = new JpaCouponSales();
    private final UUID account = ids.next();
    private SessionFactory database;
    private EntityManager entities;

    /** Something that was bought, with terms or without. */
    @Entity(name = "Bought")
    static class Bought {
        @Id
        UUID id = new UUID(0, 0);

        @Embedded
        @Nullable
        DiscountTerms discount;
    }

    @BeforeEach
    void a_migrated_database_with_an_account() throws ReflectiveOperationException {
        String url = "jdbc:h2:mem:" + ids.next() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(Account.class)
                .addAnnotatedClass(Partner.class)
                .addAnnotatedClass(Coupon.class)
                .addAnnotatedClass(CouponRedemption.class)
                .addAnnotatedClass(CouponSale.class)
                .addAnnotatedClass(Bought.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        entities = database.createEntityManager();
        for (Object repository : new Object[] {coupons, redemptions, partners, sales}) {
            Field field = repository.getClass().getDeclaredField("entities");
            field.setAccessible(true);
            field.set(repository, entities);
        }
        inTransaction(() -> {
            entities.createNativeQuery("create table bought (id uuid primary key, discount_redemption_id uuid,"
                            + " discount_coupon_code varchar(40), discount_basis_points integer,"
                            + " discount_amount_off bigint, discount_periods integer)")
                    .executeUpdate();
            entities.persist(new Account(
                    account,
                    AccountDetails.of("Acme", "acme@example.org", "EUR", "DE", "Europe/Berlin", null, null),
                    NOON));
        });
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
    void a_coupon_is_read_back_as_it_was_written() {
        Partner partner = partner("North");
        CouponLimits limits = new CouponLimits(
                "iot-platform", List.of("startup", "business"), "subscription", NOON.plusSeconds(9), 7, true);
        CouponTerms terms = new CouponTerms("SPRING", null, Money.ofMinor(5000, "EUR"), 3, limits);
        UUID id = add(terms, partner);
        Coupon read = coupons.require(id);
        assertThat(read.terms()).isEqualTo(terms);
        assertThat(read.partner()).map(Partner::name).contains("North");
        assertThat(coupons.require(add(percentage("AUTUMN"), null)).terms()).isEqualTo(percentage("AUTUMN"));
    }

    @Test
    void terms_may_be_embedded_or_absent() {
        DiscountTerms terms = new DiscountTerms(ids.next(), "SPRING", 2000, null, null);
        Bought with = new Bought();
        with.id = ids.next();
        with.discount = terms;
        Bought without = new Bought();
        without.id = ids.next();
        inTransaction(() -> {
            entities.persist(with);
            entities.persist(without);
        });
        assertThat(entities.find(Bought.class, with.id).discount).isEqualTo(terms);
        assertThat(entities.find(Bought.class, without.id).discount).isNull();
    }

    @Test
    void the_last_one_is_taken_once_and_can_be_put_back() {
        UUID id = add(limited("SPRING", 2), null);
        assertThat(take(id, NOON)).isTrue();
        assertThat(take(id, NOON)).isTrue();
        assertThat(take(id, NOON)).isFalse();
        assertThat(coupons.require(id).redeemed()).isEqualTo(2);
        inTransaction(() -> coupons.putBack(id));
        assertThat(take(id, NOON)).isTrue();
    }

    @Test
    void the_database_itself_never_counts_beyond_the_limit_or_below_zero() {
        UUID id = add(limited("SPRING", 1), null);
        assertThatThrownBy(() -> inTransaction(() -> coupons.putBack(id))).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        assertThatThrownBy(() -> inTransaction(() -> entities.createNativeQuery("update coupon set redeemed = 2")
                        .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
    }

    @Test
    void what_is_over_or_retired_is_not_taken() {
        CouponLimits soon = new CouponLimits(null, List.of(), null, NOON, null, false);
        UUID over = add(new CouponTerms("OVER", 1000, null, null, soon), null);
        assertThat(take(over, NOON.minusSeconds(1))).isTrue();
        assertThat(take(over, NOON)).isFalse();
        UUID retired = add(percentage("GONE"), null);
        inTransaction(() -> coupons.require(retired).retire(NOON));
        assertThat(take(retired, NOON)).isFalse();
    }

    @Test
    void retiring_keeps_what_others_counted_since_it_was_read() {
        UUID id = add(percentage("SPRING"), null);
        inTransaction(() -> {
            Coupon read = coupons.require(id);
            coupons.take(id, NOON);
            read.retire(NOON);
        });
        assertThat(coupons.require(id).redeemed()).isEqualTo(1);
        assertThat(coupons.require(id).retiredAt()).contains(NOON);
    }

    @Test
    void a_code_is_free_again_once_its_coupon_is_retired() {
        UUID first = add(percentage("SPRING"), null);
        assertThatThrownBy(() -> add(percentage("SPRING"), null)).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.clear();
        inTransaction(() -> coupons.require(first).retire(NOON));
        assertThat(coupons.findByCode("SPRING")).map(Coupon::id).contains(first);
        UUID second = add(percentage("SPRING"), null);
        assertThat(coupons.findByCode("SPRING")).map(Coupon::id).contains(second);
        inTransaction(() -> coupons.require(second).retire(NOON));
        assertThat(coupons.findByCode("SPRING")).map(Coupon::id).contains(second);
        assertThat(coupons.findByCode("AUTUMN")).isEmpty();
    }

    @Test
    void once_an_account_means_once_at_a_time() {
        CouponLimits once = new CouponLimits(null, List.of(), null, null, null, true);
        UUID coupon = add(new CouponTerms("ONCE", 1000, null, null, once), null);
        UUID first = redeem(coupon);
        assertThat(redemptions.isRedeemedBy(coupon, account)).isTrue();
        assertThatThrownBy(() -> redeem(coupon)).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.clear();
        inTransaction(() ->
                assertThat(redemptions.requireLocked(first).giveBack(NOON)).isTrue());
        assertThat(redemptions.isRedeemedBy(coupon, account)).isFalse();
        UUID second = redeem(coupon);
        assertThat(redemptions.page(coupon, null, 10))
                .extracting(each -> each.redemption().id())
                .containsExactly(second, first);
        assertThat(redemptions.page(coupon, second, 10))
                .extracting(RedemptionOfCompany::company)
                .containsExactly("Acme");
        UUID often = add(percentage("OFTEN"), null);
        redeem(often);
        redeem(often);
        assertThat(redemptions.page(often, null, 1)).hasSize(1);
    }

    @Test
    void pages_are_searched_and_told_apart_by_partner() {
        Partner north = partner("North");
        Partner south = partner("South");
        UUID first = add(percentage("NORTH-10"), north);
        UUID second = add(percentage("NORTH-20"), north);
        UUID third = add(percentage("PLAIN"), null);
        assertThat(idsOf(coupons.page("", null, null, 10))).containsExactly(third, second, first);
        assertThat(idsOf(coupons.page("north", null, null, 10))).containsExactly(second, first);
        assertThat(idsOf(coupons.page("%", null, null, 10))).isEmpty();
        assertThat(idsOf(coupons.page("", north.id(), second, 10))).containsExactly(first);
        database.getStatistics().clear();
        assertThat(coupons.page("", null, null, 10))
                .extracting(each -> each.partner().map(Partner::name).orElse("none"))
                .containsExactly("none", "North", "North");
        assertThat(database.getStatistics().getPrepareStatementCount()).isEqualTo(1);

        assertThat(coupons.countLive(List.of(north.id(), south.id()))).isEqualTo(Map.of(north.id(), 2L));
        inTransaction(() -> assertThat(coupons.retireOf(north.id(), NOON)).isEqualTo(2));
        assertThat(coupons.countLive(List.of(north.id()))).isEmpty();
        assertThat(coupons.require(third).retiredAt()).isEmpty();
        assertThat(coupons.countLive(List.of())).isEmpty();
    }

    @Test
    void partners_are_paged_and_offered_by_name_while_they_are_partners() {
        UUID first = partner("Zeta").id();
        UUID second = partner("Alpha").id();
        UUID third = partner("Gone").id();
        inTransaction(() -> partners.findLocked(third).orElseThrow().retire(NOON));
        assertThat(partners.page(null, 2)).extracting(Partner::id).containsExactly(third, second);
        assertThat(partners.page(second, 2)).extracting(Partner::id).containsExactly(first);
        assertThat(partners.active(10)).extracting(Partner::name).containsExactly("Alpha", "Zeta");
    }

    @Test
    void sales_add_up_by_partner_month_and_currency() {
        Partner north = partner("North");
        Partner south = partner("South");
        UUID coupon = add(percentage("NORTH"), north);
        UUID redemption = redeem(coupon);
        UUID other = redeem(add(percentage("SOUTH"), south));
        UUID plain = redeem(add(percentage("PLAIN"), null));
        UUID invoice = sell(redemption, 1000, 100, "EUR", "2026-11-01T00:00:00Z");
        sell(redemption, 2000, 200, "EUR", "2026-11-30T23:59:59.999999Z");
        sell(redemption, -500, -50, "EUR", "2026-11-30T12:00:00Z");
        sell(redemption, 700, 70, "USD", "2026-11-30T12:00:00Z");
        sell(redemption, 4000, 400, "EUR", "2026-12-01T00:00:00Z");
        sell(other, 10, 1, "EUR", "2026-11-15T00:00:00Z");
        sell(plain, 99, 9, "EUR", "2026-11-15T00:00:00Z");

        assertThat(rows(null, "2026-11", "2026-12"))
                .containsExactly(
                        "2026-12 North EUR 1 4000 400",
                        "2026-11 North EUR 3 2500 250",
                        "2026-11 North USD 1 700 70",
                        "2026-11 South EUR 1 10 1");
        assertThat(rows(south.id(), "2026-11", "2026-12")).containsExactly("2026-11 South EUR 1 10 1");
        assertThat(rows(null, "2027-01", "2027-02")).isEmpty();
        assertThat(sales.ofCoupon(coupon))
                .extracting(t -> t.currency() + " " + t.sales() + " " + t.netSales() + " " + t.discounts())
                .containsExactly("EUR 4 6500 650", "USD 1 700 70");
        assertThat(sales.isRecorded(invoice)).isTrue();
        assertThat(sales.isRecorded(ids.next())).isFalse();
    }

    private List<String> rows(@Nullable UUID partner, String from, String to) {
        return sales.ofPartners(partner, YearMonth.parse(from), YearMonth.parse(to)).stream()
                .map(r -> r.month() + " " + r.name() + " " + r.currency() + " " + r.sales() + " " + r.netSales() + " "
                        + r.discounts())
                .toList();
    }

    private UUID sell(UUID redemption, long net, long off, String currency, String at) {
        UUID invoice = ids.next();
        inTransaction(() -> sales.append(new CouponSale(
                ids.next(),
                redemptions.requireLocked(redemption),
                invoice,
                Money.ofMinor(net, currency),
                Money.ofMinor(off, currency),
                Instant.parse(at))));
        return invoice;
    }

    private UUID redeem(UUID coupon) {
        UUID id = ids.next();
        inTransaction(() -> redemptions.add(
                new CouponRedemption(id, coupons.require(coupon), account, "iot-platform", "startup", NOON)));
        return id;
    }

    private boolean take(UUID id, Instant now) {
        boolean[] taken = new boolean[1];
        inTransaction(() -> taken[0] = coupons.take(id, now));
        return taken[0];
    }

    private Partner partner(String name) {
        Partner partner = new Partner(ids.next(), name, null, NOON);
        inTransaction(() -> partners.add(partner));
        return partner;
    }

    private UUID add(CouponTerms terms, @Nullable Partner partner) {
        UUID id = ids.next();
        inTransaction(() ->
                coupons.add(new Coupon(id, terms, partner == null ? null : partners.require(partner.id()), NOON)));
        return id;
    }

    private static CouponTerms percentage(String code) {
        return new CouponTerms(code, 1000, null, null, CouponLimits.NONE);
    }

    private static CouponTerms limited(String code, int max) {
        return new CouponTerms(code, 1000, null, 1, new CouponLimits(null, List.of(), null, null, max, false));
    }

    private static List<UUID> idsOf(List<Coupon> page) {
        return page.stream().map(Coupon::id).toList();
    }

    private void inTransaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
        entities.clear();
    }
}
