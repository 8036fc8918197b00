package org.chancery.service.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.model.account.Settings;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.TaxRate;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.account.domain.SettingsCheck;
import org.chancery.service.account.domain.TaxTable;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** The vendor's tax rates, a row at a time: two people who change different rows don't undo each other's work. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class TaxRateService {

    private final SettingsRegister register;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public TaxRateService(SettingsRegister register, AuditTrail audit, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public TaxRateService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** By country, the latest rate of each first. */
    @ReadOnly
    public List<TaxRateRow> list() {
        return TaxTable.of(register.current().taxRates(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** @throws NotFoundException when the country has no rate that starts on this day */
    @ReadOnly
    public TaxRateRow get(String country, LocalDate from) {
        return list().stream()
                .filter(row -> row.country().equals(country) && row.from().equals(from))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("tax rate", country + " " + from));
    }

    /**
     * Adds a rate; it replaces the country's earlier one from its day on. Invoices issued before keep their tax.
     *
     * @throws InvalidRequestException listing every faulty field
     */
    @Audited("tax-rate.add")
    public void add(SettingsDraft.TaxRateDraft draft) {
        Settings settings = locked();
        List<TaxRate> rates = new ArrayList<>(settings.values().taxRates());
        TaxRate added = SettingsCheck.oneMore(draft, rates);
        rates.add(added);
        settings.change(settings.values().withTaxRates(rates));
        audit.record("tax-rate.add", null, "settings", null, added.toString());
    }

    /**
     * Removes a rate; from its day on the country's earlier one holds again, or none.
     *
     * @throws NotFoundException when it is not there: somebody else was quicker
     */
    @Audited("tax-rate.remove")
    public void remove(String country, LocalDate from) {
        Settings settings = locked();
        List<TaxRate> rates = new ArrayList<>(settings.values().taxRates());
        TaxRate removed = rates.stream()
                .filter(rate -> rate.country().equals(country) && rate.from().equals(from))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("tax rate", country + " " + from));
        rates.remove(removed);
        settings.change(settings.values().withTaxRates(rates));
        audit.record("tax-rate.remove", null, "settings", removed.toString(), null);
    }

    private Settings locked() {
        return register.findLocked().orElseGet(() -> {
            Settings settings = new Settings(SettingsValues.INITIAL);
            register.add(settings);
            return settings;
        });
    }
}
