package org.chancery.web.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chancery.service.checkout.ParkedSubscription;
import org.chancery.service.checkout.ParkingService;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The subscriptions that wait for an operator, on the console's first page. */
@Named
@RequestScoped
public class ParkingBacking {

    private static final int MOST = 20;

    @Inject
    private ParkingService parking;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable List<ParkedSubscription> rows;

    public List<ParkedSubscription> getRows() {
        if (rows == null) {
            rows = parking.list(MOST);
        }
        return rows;
    }

    public void takeUp(UUID subscriptionId) throws IOException {
        parking.takeUp(subscriptionId);
        messages.afterRedirect("console.overview.takenUp");
        Redirects.to(faces, "/console");
    }
}
