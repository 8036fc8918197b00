package org.chancery.model.coupon;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Coupons in memory. It counts by writing the field directly, as the statement in the database does. */
public class InMemoryCoupons implements Coupons {

    private final List<Coupon> coupons = new ArrayList<>();

    @Override
    public void add(Coupon coupon) {
        coupons.add(coupon);
    }

    @Override
    public Optional<Coupon> find(UUID id) {
        return coupons.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Coupon> findByCode(String code) {
        Comparator<Coupon> liveFirst = Comparator.comparing(c -> c.retiredAt().isPresent());
        return coupons.stream()
                .filter(c -> c.code().equals(code))
                .min(liveFirst.thenComparing(Comparator.comparing(Coupon::id).reversed()));
    }

    @Override
    public synchronized boolean take(UUID id, Instant now) {
        Optional<Coupon> open = find(id).filter(c -> c.statusAt(now) == CouponStatus.ACTIVE);
        open.ifPresent(c -> count(c, 1));
        return open.isPresent();
    }

    @Override
    public synchronized void putBack(UUID id) {
        find(id).ifPresent(c -> count(c, -1));
    }

    @Override
    public List<Coupon> page(String search, @Nullable UUID partnerId, @Nullable UUID after, int limit) {
        return coupons.stream()
                .filter(c -> c.code().contains(search.toUpperCase(Locale.ROOT)))
                .filter(c -> partnerId == null || isOf(partnerId, c))
                .filter(c -> after == null || c.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Coupon::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int retireOf(UUID partnerId, Instant now) {
        List<Coupon> live = coupons.stream()
                .filter(c -> isOf(partnerId, c) && c.retiredAt().isEmpty())
                .toList();
        live.forEach(c -> c.retire(now));
        return live.size();
    }

    @Override
    public Map<UUID, Long> countLive(Collection<UUID> partnerIds) {
        return coupons.stream()
                .filter(c -> c.retiredAt().isEmpty())
                .flatMap(c -> c.partner().map(Partner::id).stream())
                .filter(partnerIds::contains)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private static boolean isOf(UUID partnerId, Coupon coupon) {
        return coupon.partner().filter(p -> p.id().equals(partnerId)).isPresent();
    }

    private static void count(Coupon coupon, int change) {
        try {
            Field field = Coupon.class.getDeclaredField("redeemed");
            field.setAccessible(true);
            field.setInt(coupon, coupon.redeemed() + change);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The field was renamed", e);
        }
    }
}
