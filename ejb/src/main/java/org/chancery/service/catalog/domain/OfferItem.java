package org.chancery.service.catalog.domain;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.model.money.Money;

/**
 * One priced thing of an offer.
 *
 * @param code of the plan or add-on
 * @param name for people
 * @param quantity how many units are paid; what the plan includes is not among them. 1 for a plan
 * @param unitPrice what one unit costs for one period, before discount and tax
 * @param priceId the price it is sold at
 */
public record OfferItem(Kind kind, String code, String name, int quantity, Money unitPrice, UUID priceId)
        implements Serializable {

    /** What is priced. */
    public enum Kind {
        PLAN,
        ADD_ON
    }

    public Money total() {
        return unitPrice.multiply(quantity);
    }
}
