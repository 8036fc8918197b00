package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Countries and time zones to choose from: codes are stored, names are shown in the reader's language. */
@Named
@RequestScoped
public class Places {

    /** A country of ISO 3166. */
    public record Country(String code, String name) implements Serializable {}

    public List<Country> getCountries() {
        Locale reader = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        Comparator<Object> byName = Collator.getInstance(reader);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, new Locale("", code).getDisplayCountry(reader)))
                .sorted((a, b) -> byName.compare(a.name(), b.name()))
                .toList();
    }

    /** A country's name in the reader's language. */
    public String nameOf(String code) {
        return new Locale("", code)
                .getDisplayCountry(
                        FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    public List<String> getTimeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC")
                        || id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }
}
