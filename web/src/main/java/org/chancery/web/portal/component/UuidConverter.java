package org.chancery.web.portal.component;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Ids in addresses. What is no id names nothing that exists. */
@FacesConverter(forClass = UUID.class)
public class UuidConverter implements Converter<UUID> {

    @Override
    public @Nullable UUID getAsObject(FacesContext context, UIComponent component, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("thing", value);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable UUID value) {
        return value == null ? "" : value.toString();
    }
}
