package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;
import org.chancery.service.account.SettingsService;
import org.jspecify.annotations.Nullable;

/** Where customers transfer to, and on what terms they buy. */
@Named
@RequestScoped
public class BankAccount {

    @Inject
    private SettingsService settings;

    private @Nullable SettingsValues read;

    /** True once the vendor takes bank transfers. */
    public boolean isKnown() {
        return seller().iban() != null;
    }

    public @Nullable String getHolder() {
        return seller().name();
    }

    /** In groups of four, as it stands on paper; empty when there is none. */
    public String getIban() {
        return Optional.ofNullable(seller().iban())
                .map(iban -> iban.replaceAll("(.{4})(?=.)", "$1 "))
                .orElse("");
    }

    public @Nullable String getBic() {
        return seller().bic();
    }

    public @Nullable String getTermsUrl() {
        return seller().termsUrl();
    }

    /** How many days a customer has for a transfer. */
    public int getWireDays() {
        return read().wireDays();
    }

    private Seller seller() {
        return read().seller();
    }

    private SettingsValues read() {
        if (read == null) {
            read = settings.current();
        }
        return read;
    }
}
