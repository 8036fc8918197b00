package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Currency;
import org.chancery.model.money.Money;

/** Sentences with something in them: an amount, a date, a count. For pages, as {@code phrases.text('key', x)}. */
@Named
@RequestScoped
public class Phrases {

    @Inject
    private FacesContext faces;

    public String text(String key) {
        return texts().text(key);
    }

    public String text(String key, Object first) {
        return texts().text(key, shown(first));
    }

    public String text(String key, Object first, Object second) {
        return texts().text(key, shown(first), shown(second));
    }

    public String text(String key, Object first, Object second, Object third) {
        return texts().text(key, shown(first), shown(second), shown(third));
    }

    public boolean has(String key) {
        return texts().has(key);
    }

    /** The text of a key, or another one when no bundle has it: for codes that vendors make up. */
    public String textOr(String key, String otherwise) {
        return texts().has(key) ? texts().text(key) : otherwise;
    }

    /** An amount that a view holds in minor units. */
    public Money amount(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    /** The same amount taken away. */
    public Money less(long minor, Currency currency) {
        return new Money(minor, currency).negate();
    }

    private Object shown(Object part) {
        if (part instanceof Money money) {
            return MoneyConverter.format(money, faces.getViewRoot().getLocale());
        }
        return part instanceof Instant instant ? Dates.of(faces).date(instant) : part;
    }

    private Texts texts() {
        return Texts.of(faces);
    }
}
