package org.chancery.model.addon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaAddOns implements AddOns {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(AddOn addOn) {
        entities.persist(addOn);
    }

    @Override
    public void add(AddOnAllowance allowance) {
        entities.persist(allowance);
    }

    @Override
    public List<AddOn> ofProducts(Collection<UUID> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select a from AddOn a where a.productId in :products order by a.sortOrder, a.code",
                        AddOn.class)
                .setParameter("products", productIds)
                .getResultList();
    }

    @Override
    public List<AddOnAllowance> allowancesOfProducts(Collection<UUID> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select l from AddOnAllowance l where l.addOn.productId in :products"
                                + " order by l.sortOrder, l.id",
                        AddOnAllowance.class)
                .setParameter("products", productIds)
                .getResultList();
    }
}
