package org.chancery.web.portal.order;

import java.util.List;
import org.chancery.model.money.Money;

/**
 * An add-on to choose, and how many of it.
 *
 * @param price of one unit for one period
 * @param included units that come with the plan, unpaid
 * @param max units in all
 * @param requires names of the add-ons of which each unit needs one too
 */
public record AddOnChoice(String code, String name, Money price, int included, int max, List<String> requires) {

    /** Only one or none: a yes or no rather than a number. */
    public boolean single() {
        return max - included == 1;
    }
}
