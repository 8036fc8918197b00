package org.chancery.web.portal.instance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.SeatUse;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.Phrases;

/** What runs on a license, as the page of what granted it shows it. */
@Named
@RequestScoped
public class LicenseFleet {

    private static final int SHOWN = 10;
    private static final String ENDED = "ended";

    @Inject
    private FleetService fleet;

    @Inject
    private Phrases phrases;

    private final Map<UUID, PageOf<FleetInstance>> pages = new HashMap<>();

    public List<FleetInstance> of(LicenseView license) {
        return page(license).data();
    }

    /** True when there are more instances than are shown. */
    public boolean isMore(LicenseView license) {
        return page(license).next() != null;
    }

    /** True when nothing can be started on it any more. */
    public boolean isEnded(LicenseView license) {
        return ENDED.equals(license.status());
    }

    private PageOf<FleetInstance> page(LicenseView license) {
        return pages.computeIfAbsent(license.id(), id -> fleet.ofLicense(id, null, SHOWN));
    }

    /** How many seats of a class are taken, in words. */
    public String seats(LicenseView license, String seatClass) {
        SeatUse use = license.seats().get(seatClass);
        if (use == null) {
            return "";
        }
        return use.limit() instanceof Number limit
                ? phrases.text("seats.used", use.used(), limit)
                : phrases.text("seats.unlimited", use.used());
    }
}
