package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.chancery.service.catalog.CatalogDocument.ProductEntry;

/** The door from price pages, and the choice of a product where there are several. */
@Named
@RequestScoped
public class OrderStartBacking {

    @Inject
    private OrderJourney order;

    /** A deep link goes to the first step that it leaves open. */
    public void arrive() throws IOException {
        if (order.enter(OrderStep.PRODUCT)) {
            chooseOnly();
            order.goTo(order.firstOpen());
        }
    }

    /** Where there is one product only, nobody is asked. */
    public void arriveAtProduct() throws IOException {
        if (order.enter(OrderStep.PRODUCT) && getProducts().size() == 1) {
            chooseOnly();
            order.goTo(OrderStep.PLAN);
        }
    }

    private void chooseOnly() {
        List<ProductEntry> products = getProducts();
        String only = products.size() == 1 ? products.get(0).code() : null;
        if (only != null) {
            order.choose(order.draft().withProduct(only));
        }
    }

    public List<ProductEntry> getProducts() {
        return order.shop().products();
    }

    public String addressOf(String product) {
        return order.draft().withProduct(product).address(OrderStep.PLAN);
    }
}
