package org.chancery.model.coupon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Partners in memory. */
public class InMemoryPartners implements Partners {

    private final List<Partner> partners = new ArrayList<>();

    @Override
    public void add(Partner partner) {
        partners.add(partner);
    }

    @Override
    public Optional<Partner> find(UUID id) {
        return partners.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Partner> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public List<Partner> page(@Nullable UUID after, int limit) {
        return partners.stream()
                .filter(p -> after == null || p.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Partner::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Partner> active(int limit) {
        return partners.stream()
                .filter(p -> !p.isRetired())
                .sorted(Comparator.comparing(Partner::name))
                .limit(limit)
                .toList();
    }
}
