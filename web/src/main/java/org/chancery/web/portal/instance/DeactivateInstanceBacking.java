package org.chancery.web.portal.instance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.SeatAdministrationService;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Asks before an instance is stopped, and says what that does. */
@Named
@RequestScoped
public class DeactivateInstanceBacking {

    @Inject
    private FleetService fleet;

    @Inject
    private SeatAdministrationService seats;

    @Inject
    private Portal portal;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    private @Nullable UUID id;
    private @Nullable FleetInstance instance;

    /** What runs no more has nothing to stop. */
    public void arrive() throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        if (!instance().condition().runs()) {
            Redirects.to(faces, getHome());
        }
    }

    public void deactivate() throws IOException {
        FleetInstance stopped = instance();
        seats.deactivate(stopped.licenseId(), stopped.id());
        messages.afterRedirect("deactivate.done", stopped.instance().name());
        Redirects.to(faces, getHome());
    }

    public String getHeading() {
        return phrases.text("deactivate.heading", instance().instance().name());
    }

    /** The page of the instance, where either answer leads. */
    public String getHome() {
        return "/instances/" + instance().id();
    }

    public FleetInstance getInstance() {
        return instance();
    }

    private FleetInstance instance() {
        if (instance == null) {
            instance = fleet.get(Objects.requireNonNull(id));
        }
        return instance;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
