package org.chancery.model.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

@ApplicationScoped
class JpaProducts implements Products {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Product product) {
        entities.persist(product);
    }

    @Override
    public void add(Plan plan) {
        entities.persist(plan);
    }

    @Override
    public void add(Price price) {
        entities.persist(price);
    }

    @Override
    public List<Product> sold() {
        return entities.createQuery(
                        "select p from Product p where p.retiredAt is null order by p.sortOrder, p.code", Product.class)
                .getResultList();
    }

    @Override
    public List<Product> all() {
        return entities.createQuery("select p from Product p order by p.sortOrder, p.code", Product.class)
                .getResultList();
    }

    @Override
    public boolean isEmpty() {
        return entities.createQuery("select p.id from Product p", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<Product> findByCode(String code) {
        return entities.createQuery("select p from Product p where p.code = :code", Product.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Product require(UUID id) {
        return Optional.ofNullable(entities.find(Product.class, id))
                .orElseThrow(() -> new NotFoundException("product", id));
    }

    @Override
    public Plan requirePlan(UUID id) {
        return Optional.ofNullable(entities.find(Plan.class, id)).orElseThrow(() -> new NotFoundException("plan", id));
    }

    @Override
    public List<Plan> plansOf(Collection<Product> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p from Plan p where p.product in :products order by p.sortOrder, p.code", Plan.class)
                .setParameter("products", products)
                .getResultList();
    }

    @Override
    public List<Price> soldPricesOf(Collection<Product> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p from Price p where p.product in :products and p.retiredAt is null"
                                + " order by p.sortOrder, p.id",
                        Price.class)
                .setParameter("products", products)
                .getResultList();
    }

    @Override
    public List<Price> prices(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select p from Price p where p.id in :ids order by p.sortOrder, p.id", Price.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
