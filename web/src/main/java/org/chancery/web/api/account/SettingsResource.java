package org.chancery.web.api.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.chancery.service.account.SettingsDraft;
import org.chancery.service.account.SettingsService;
import org.chancery.service.account.SettingsView;

/** {@code /settings}: what the vendor has settled for all business. What GET answers, PUT accepts. */
@Path("v1/settings")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class SettingsResource {

    @Inject
    private SettingsService settings;

    @GET
    public SettingsView get() {
        return settings.view();
    }

    @PUT
    public SettingsView put(@Valid @NotNull SettingsDraft body) {
        return settings.change(body);
    }
}
