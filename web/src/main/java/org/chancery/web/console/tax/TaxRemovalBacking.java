package org.chancery.web.console.tax;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.account.TaxRateRow;
import org.chancery.service.account.TaxRateService;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PercentConverter;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Places;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Asks before a rate is removed, and says what holds instead. The address names it: {@code DE-2021-01-01}. */
@Named
@RequestScoped
public class TaxRemovalBacking {

    private static final String PAGE = "/console/tax";
    private static final int COUNTRY = 2;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TaxRateService rates;

    @Inject
    private Places places;

    @Inject
    private Phrases phrases;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable TaxRateRow row;

    /** Answers 404 when there is no such rate, and 403 for all but administrators. */
    public void load() {
        getRow();
    }

    public void remove() throws IOException {
        TaxRateRow gone = getRow();
        rates.remove(gone.country(), gone.from());
        messages.afterRedirect("console.tax.removed", places.nameOf(gone.country()), day(gone.from()));
        Redirects.to(faces, PAGE);
    }

    public TaxRateRow getRow() {
        if (row == null) {
            String id = String.valueOf(request.getParameter("id"));
            try {
                String country = id.substring(0, COUNTRY);
                row = rates.get(country, LocalDate.parse(id.substring(COUNTRY + 1)));
            } catch (DateTimeException | IndexOutOfBoundsException e) {
                throw new NotFoundException("tax rate", id);
            }
        }
        return row;
    }

    public String getHeading() {
        return phrases.text("console.tax.remove.heading", places.nameOf(getRow().country()), percent(getRow().rate()));
    }

    /** What holds from when until when once the rate is gone. */
    public String getConsequence() {
        String country = places.nameOf(getRow().country());
        BigDecimal before = getRow().before();
        LocalDate until = getRow().until();
        String days = until == null
                ? phrases.text("console.tax.remove.since", day(getRow().from()))
                : phrases.text("console.tax.remove.between", day(getRow().from()), day(until));
        return before == null
                ? phrases.text("console.tax.remove.none", days, country)
                : phrases.text("console.tax.remove.instead", days, country, percent(before));
    }

    private String percent(BigDecimal rate) {
        return PercentConverter.format(rate, faces.getViewRoot().getLocale());
    }

    private String day(LocalDate day) {
        return Dates.of(faces).day(day);
    }
}
