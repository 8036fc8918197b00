package org.chancery.web.portal.component;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/** Shows an amount as the reader's locale writes it, with a true minus sign. Amounts are shown, never typed. */
@FacesConverter("house.money")
public class MoneyConverter implements Converter<Money> {

    @Override
    public Money getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        throw new ConverterException("Amounts are shown, not typed");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Money money) {
        return money == null ? "" : format(money, context.getViewRoot().getLocale());
    }

    /** For sentences that hold an amount. */
    public static String format(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minor(), digits)).replace('-', '\u2212');
    }
}
