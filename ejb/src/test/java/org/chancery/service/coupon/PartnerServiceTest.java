package org.chancery.service.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.coupon.CouponWorld.EUR;
import static org.chancery.service.coupon.CouponWorld.NOON;
import static org.chancery.service.coupon.CouponWorld.draft;

import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import org.chancery.model.coupon.CouponStatus;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.junit.jupiter.api.Test;

class PartnerServiceTest {

    private final CouponWorld world = new CouponWorld();

    @Test
    void a_partner_has_a_name_and_perhaps_an_address() {
        PartnerView north = world.partnerService.create("  North GmbH ", "Sales@North.example");
        assertThat(north.name()).isEqualTo("North GmbH");
        assertThat(north.email()).isEqualTo("sales@north.example");
        assertThat(world.partnerService.create("South", " ").email()).isNull();
        assertThat(world.actions()).containsExactly("partner.create", "partner.create");
        assertThatThrownBy(() -> world.partnerService.create(" ", "nobody"))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .extracting(e -> e.field() + " " + e.code())
                        .containsExactly("name required", "email email"));
        assertThatThrownBy(() -> world.partnerService.create("x".repeat(201), null))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void the_end_of_a_partnership_ends_its_coupons_but_no_redemption() {
        UUID partner = world.partnerService.create("North", null).id();
        CouponView coupon = world.couponService.create(draft("NORTH", null, null, false, partner, null));
        CouponView other = world.coupon("PLAIN");
        UUID redemption = world.reserve("NORTH", new UUID(4, 1)).redemptionId();
        assertThat(world.partnerService.get(partner).coupons()).isEqualTo(1);

        world.partnerService.retire(partner);
        world.partnerService.retire(partner);

        assertThat(world.couponService.get(coupon.id()).status()).isEqualTo(CouponStatus.RETIRED);
        assertThat(world.couponService.get(other.id()).status()).isEqualTo(CouponStatus.ACTIVE);
        assertThat(world.actions()).filteredOn("partner.retire"::equals).hasSize(1);
        world.desk.recordSale(redemption, new UUID(5, 1), 8000, 2000, EUR, NOON);
        assertThat(world.partnerService.report(partner, null, null).rows()).hasSize(1);
        assertThat(world.partnerService.active()).isEmpty();
        assertThat(world.partnerService.list(null, 10).data())
                .singleElement()
                .satisfies(view -> assertThat(view.retiredAt()).isEqualTo(NOON));
    }

    @Test
    void the_report_holds_the_months_asked_for() {
        UUID partner = world.partnerService.create("North", null).id();
        world.couponService.create(draft("NORTH", null, null, false, partner, null));
        UUID redemption = world.reserve("NORTH", new UUID(4, 1)).redemptionId();
        world.desk.recordSale(redemption, new UUID(5, 1), 8000, 2000, EUR, NOON);
        world.advance(Duration.ofDays(30));
        world.desk.recordSale(redemption, new UUID(5, 2), 9000, 1000, EUR, world.clock.instant());

        PartnerReport all = world.partnerService.report(null, null, null);
        assertThat(all.from()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(all.to()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(all.rows())
                .extracting(row -> row.month() + " " + row.netSales() + " " + row.discounts())
                .containsExactly("2026-12 9000 1000", "2026-11 8000 2000");
        assertThat(world.partnerService.report(partner, "2026-11", "2026-11").rows())
                .extracting(row -> row.name())
                .containsExactly("North");
        assertThatThrownBy(() -> world.partnerService.report(new UUID(0, 9), null, null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.partnerService.report(null, "soon", null))
                .isInstanceOf(InvalidRequestException.class);
    }
}
