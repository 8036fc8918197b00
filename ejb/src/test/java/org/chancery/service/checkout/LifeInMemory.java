package org.chancery.service.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.service.catalog.CatalogFixture;
import org.chancery.service.history.Desk;
import org.chancery.service.history.Life;

/** Leads lives over memory, and watches after every step what must be true at every moment. */
public final class LifeInMemory {

    private static final CatalogFixture CATALOG = CatalogFixture.withStarter();

    final BillingHouse house;
    final ServedTime served;
    private final Life life;
    private final Desk desk;
    private final Map<UUID, Integer> frozen = new HashMap<>();

    LifeInMemory(long seed, Instant dawn) {
        life = new Life(seed, dawn);
        house = new BillingHouse(
                dawn, CATALOG, life.home().country(), life.home().taxId());
        house.callerName = "operator:" + new UUID(7, 7);
        house.settle(Life.taxRates(dawn));
        Life.coupons().forEach(house.coupons::create);
        served = new ServedTime(house);
        house.watcher = this::watch;
        desk = new Desk(house.services, house.account.id());
    }

    /**
     * The whole life of a seed.
     *
     * @return what became of it, as {@link Desk#statement()} tells it
     */
    public static List<String> lead(long seed, Instant dawn) {
        LifeInMemory inMemory = new LifeInMemory(seed, dawn);
        inMemory.lead();
        return inMemory.desk.statement();
    }

    void lead() {
        lead(Integer.MAX_VALUE);
    }

    /** So many steps of it at most. */
    void lead(int steps) {
        for (int step = 0; step < steps && life.next().isPresent(); step++) {
            house.travel(life.next().get());
            life.liveOn(desk);
            watch();
        }
    }

    /** The life as it was led so far. */
    Life life() {
        return life;
    }

    private void watch() {
        served.look();
        HouseRules.creditIsNeverNegative(house);
        HouseRules.seatsAreWithinTheirLimit(house);
        for (Invoice invoice : house.invoices()) {
            if (invoice.number().isPresent() && !frozen.containsKey(invoice.id())) {
                frozen.put(invoice.id(), HouseRules.amountsOf(invoice));
            }
        }
    }

    /** What must be true of the whole life. */
    void check() {
        house.invoices().forEach(invoice -> HouseRules.isUnchanged(invoice, frozen.get(invoice.id())));
        new HouseRules(house, served).hold();
    }
}
