package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.chancery.model.account.Settings;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.account.domain.SettingsCheck;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** The vendor's settings. */
@Stateless
public class SettingsService {

    private final SettingsRegister register;
    private final AuditTrail audit;

    @Inject
    public SettingsService(SettingsRegister register, AuditTrail audit) {
        this.register = register;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public SettingsService() { // the EJB proxy needs it
        this(null, null);
    }

    /** What holds now, for other use cases; it never leaves the server as a whole. */
    @ReadOnly
    @PermitAll
    public SettingsValues current() {
        return register.current();
    }

    @ReadOnly
    @RolesAllowed(Roles.ADMIN)
    public SettingsView view() {
        return SettingsView.of(register.current());
    }

    /**
     * Takes over what the draft says and keeps what it leaves out. Invoices issued before keep what they were issued
     * with.
     *
     * @throws InvalidRequestException listing every faulty field
     */
    @Audited("settings.change")
    @RolesAllowed(Roles.ADMIN)
    public SettingsView change(SettingsDraft draft) {
        Settings settings = register.findLocked().orElseGet(this::first);
        SettingsValues before = settings.values();
        SettingsValues after = SettingsCheck.merge(draft, before);
        settings.change(after);
        audit.record("settings.change", null, "settings", described(before), described(after));
        return SettingsView.of(after);
    }

    private Settings first() {
        Settings settings = new Settings(SettingsValues.INITIAL);
        register.add(settings);
        return settings;
    }

    // The logo would drown the rest.
    private static String described(SettingsValues values) {
        return "seller=" + values.seller().name() + ", country="
                + values.seller().country() + ", iban="
                + values.seller().iban() + ", taxRates=" + values.taxRates() + ", invoicePrefix="
                + values.invoicePrefix() + ", wireDays=" + values.wireDays() + ", selfRegistration="
                + values.selfRegistration() + ", settlementDelay=" + values.settlementDelay();
    }
}
