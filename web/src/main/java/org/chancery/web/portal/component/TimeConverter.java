package org.chancery.web.portal.component;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows an instant as a date with its time and zone. */
@FacesConverter("house.time")
public class TimeConverter implements Converter<Instant> {

    @Override
    public Instant getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        throw new ConverterException("Times are shown, not typed");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable Instant value) {
        return value == null ? "" : Dates.of(context).time(value);
    }
}
