package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.chancery.service.account.SettingsService;
import org.jspecify.annotations.Nullable;

/** The vendor whose portal this is, read once a request. */
@RequestScoped
public class Vendor {

    private static final String UNNAMED = "Chancery";

    @Inject
    private SettingsService settings;

    private @Nullable String name;

    /** The seller's name; the product's own until the vendor has typed one. */
    public String name() {
        if (name == null) {
            name = Optional.ofNullable(settings.current().seller().name()).orElse(UNNAMED);
        }
        return name;
    }
}
