package org.chancery.service.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.coupon.CouponWorld.NOON;
import static org.chancery.service.coupon.CouponWorld.draft;

import java.time.Duration;
import java.util.UUID;
import org.chancery.model.coupon.CouponRefusal;
import org.chancery.model.coupon.CouponStatus;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.PageOf;
import org.junit.jupiter.api.Test;

class CouponServiceTest {

    private final CouponWorld world = new CouponWorld();

    @Test
    void a_new_coupon_is_shown_as_it_was_made_and_audited() {
        CouponView made = world.couponService.create(draft("spring-26", NOON.plusSeconds(60), 5, true, null, null));
        assertThat(made.code()).isEqualTo("SPRING-26");
        assertThat(made.percent()).hasToString("20");
        assertThat(made.periods()).isEqualTo(1);
        assertThat(made.status()).isEqualTo(CouponStatus.ACTIVE);
        assertThat(world.couponService.get(made.id())).isEqualTo(made);
        assertThat(world.actions()).containsExactly("coupon.create");
    }

    @Test
    void a_code_is_taken_until_its_coupon_is_retired() {
        CouponView first = world.coupon("SPRING");
        assertThatThrownBy(() -> world.coupon("spring"))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CouponRefusal.CODE_TAKEN));
        world.couponService.retire(first.id());
        assertThat(world.coupon("SPRING").id()).isNotEqualTo(first.id());
    }

    @Test
    void retiring_happens_once() {
        CouponView coupon = world.coupon("SPRING");
        assertThat(world.couponService.retire(coupon.id()).status()).isEqualTo(CouponStatus.RETIRED);
        world.advance(Duration.ofHours(1));
        assertThat(world.couponService.retire(coupon.id()).retiredAt()).isEqualTo(NOON);
        assertThat(world.actions()).containsExactly("coupon.create", "coupon.retire");
        assertThatThrownBy(() -> world.couponService.retire(new UUID(0, 9))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_coupon_of_a_partner_names_the_partner() {
        UUID partner = world.partnerService.create("North", null).id();
        CouponView coupon = world.couponService.create(draft("NORTH", null, null, false, partner, null));
        assertThat(coupon.partnerName()).isEqualTo("North");
        world.partnerService.retire(partner);
        for (UUID none : new UUID[] {partner, new UUID(0, 9)}) {
            assertThatThrownBy(() -> world.couponService.create(draft("MORE", null, null, false, none, null)))
                    .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                            .extracting(e -> e.field())
                            .containsExactly("partner"));
        }
    }

    @Test
    void lists_are_paged_and_searched() {
        CouponView first = world.coupon("SPRING-1");
        world.coupon("SPRING-2");
        world.coupon("AUTUMN");
        PageOf<CouponView> page = world.couponService.list(" spring", null, null, 1);
        assertThat(page.data()).extracting(CouponView::code).containsExactly("SPRING-2");
        assertThat(world.couponService.list("spring", null, page.next(), 1).data())
                .containsExactly(first);
        assertThat(world.couponService.list(null, null, null, 100).data()).hasSize(3);
        for (String part : new String[] {"%", "S_RING", "\u0000", "SPRING".repeat(10_000)}) {
            assertThat(world.couponService.list(part, null, null, 100).data()).isEmpty();
        }
        assertThat(world.couponService.list(null, new UUID(0, 9), null, 100).data())
                .isEmpty();
    }

    @Test
    void redemptions_of_nothing_are_not_found() {
        assertThatThrownBy(() -> world.couponService.redemptions(new UUID(0, 9), null, 10))
                .isInstanceOf(NotFoundException.class);
    }
}
