package org.chancery.service.coupon;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.coupon.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A partner as operators see one.
 *
 * @param coupons how many coupons the partner has that are not retired
 * @param retiredAt null while the partnership lasts
 */
public record PartnerView(
        UUID id, String name, @Nullable String email, long coupons, Instant createdAt, @Nullable Instant retiredAt)
        implements Serializable {

    static PartnerView of(Partner partner, long coupons) {
        return new PartnerView(
                partner.id(),
                partner.name(),
                partner.email().orElse(null),
                coupons,
                partner.createdAt(),
                partner.retiredAt().orElse(null));
    }
}
