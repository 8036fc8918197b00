package org.chancery.web.portal.component;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a percentage, such as a tax rate, as the reader's locale writes it and without needless zeros. */
@FacesConverter("house.percent")
public class PercentConverter implements Converter<BigDecimal> {

    private static final int DECIMALS = 3;

    @Override
    public BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        throw new ConverterException("Percentages are shown, not typed");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal percent) {
        return percent == null ? "" : format(percent, context.getViewRoot().getLocale());
    }

    /** For sentences that hold a percentage: 25.500 reads 25.5%. */
    public static String format(BigDecimal percent, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(percent.movePointLeft(2));
    }
}
