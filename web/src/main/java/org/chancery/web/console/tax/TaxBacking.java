package org.chancery.web.console.tax;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.chancery.service.account.SettingsDraft;
import org.chancery.service.account.SettingsService;
import org.chancery.service.account.TaxRateRow;
import org.chancery.service.account.TaxRateService;
import org.chancery.service.billing.domain.TaxRules;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PercentConverter;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Places;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The dated table of tax rates, and the form that adds to it. */
@Named
@RequestScoped
public class TaxBacking {

    private static final String PAGE = "/console/tax";
    private static final int LONGEST_RATE = 12;

    @Inject
    private TaxRateService rates;

    @Inject
    private SettingsService settings;

    @Inject
    private Places places;

    @Inject
    private Phrases phrases;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable List<TaxRateRow> rows;
    private @Nullable String country;
    private @Nullable String rate;
    private @Nullable String from;

    /** 403 for all but administrators. */
    public void load() {
        getRows();
    }

    public void add() throws IOException {
        SettingsDraft.TaxRateDraft draft = new SettingsDraft.TaxRateDraft(country, typedRate(), typedDay());
        rates.add(draft);
        messages.afterRedirect("console.tax.added", places.nameOf(String.valueOf(country)));
        Redirects.to(faces, PAGE);
    }

    // Both signs that part decimals are understood: a rate has no thousands.
    private @Nullable BigDecimal typedRate() {
        String text =
                rate == null ? "" : rate.replace("%", "").replaceAll("\\s", "").replace(',', '.');
        try {
            return text.length() > LONGEST_RATE ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null; // the service names the field
        }
    }

    private @Nullable LocalDate typedDay() {
        try {
            return LocalDate.parse(from == null ? "" : from);
        } catch (DateTimeException e) {
            return null; // the service names the field
        }
    }

    /** By the countries' names as the reader spells them, the latest rate of each first. */
    public List<TaxRateRow> getRows() {
        if (rows == null) {
            Collator spelling = Collator.getInstance(faces.getViewRoot().getLocale());
            rows = rates.list().stream()
                    .sorted(Comparator.comparing(row -> places.nameOf(row.country()), spelling))
                    .toList();
        }
        return rows;
    }

    /** The vendor's own country, or null while the settings do not say. */
    public @Nullable String getSellerCountry() {
        String code = settings.current().seller().country();
        return code == null ? null : places.nameOf(code);
    }

    /** True when sales leave or cross the European Union, so that more than the table decides. */
    public boolean isSellingFromTheUnion() {
        return TaxRules.isWithinUnion(settings.current().seller().country());
    }

    public String state(TaxRateRow row) {
        return switch (row.state()) {
            case PAST -> phrases.text("console.tax.state.past");
            case IN_FORCE -> phrases.text("console.tax.state.inForce");
            case FUTURE -> phrases.text("console.tax.state.future");
        };
    }

    public String tone(TaxRateRow row) {
        return switch (row.state()) {
            case PAST -> "neutral";
            case IN_FORCE -> "ok";
            case FUTURE -> "info";
        };
    }

    /** Says of a link which rate it removes: there are many like it on the page. */
    public String removing(TaxRateRow row) {
        return phrases.text(
                "console.tax.remove.named",
                PercentConverter.format(row.rate(), faces.getViewRoot().getLocale()),
                places.nameOf(row.country()),
                Dates.of(faces).day(row.from()));
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getRate() {
        return rate;
    }

    public void setRate(@Nullable String rate) {
        this.rate = rate;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
