package org.chancery.web.portal.instance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.checkout.PurchaseView;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.InstanceDetail;
import org.chancery.service.licensing.InstanceEventView;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.jspecify.annotations.Nullable;

/** One instance: how it is doing, and what happened to it, a page at a time. */
@Named
@RequestScoped
public class InstanceBacking {

    private static final int PAGE = 20;

    @Inject
    private FleetService fleet;

    @Inject
    private LicenseService licenses;

    @Inject
    private PurchaseService purchases;

    @Inject
    private PathId pathId;

    private @Nullable UUID after;
    private @Nullable InstanceDetail detail;
    private @Nullable LicenseView license;
    private @Nullable PageOf<InstanceEventView> history;

    /** What does not exist is said before anything is shown. */
    public void arrive() {
        getDetail();
    }

    public InstanceDetail getDetail() {
        if (detail == null) {
            detail = fleet.inspect(pathId.require());
        }
        return detail;
    }

    public LicenseView getLicense() {
        if (license == null) {
            license = licenses.view(getDetail().summary().licenseId());
        }
        return license;
    }

    /** The page of what granted its license; empty when nothing was bought. */
    public String getLicenseAddress() {
        return purchases
                .ofLicense(getDetail().summary().licenseId())
                .map(InstanceBacking::addressOf)
                .orElse("");
    }

    private static String addressOf(PurchaseView purchase) {
        return PurchaseAddresses.home(purchase.kind(), purchase.id());
    }

    public List<InstanceEventView> getHistory() {
        return page().data();
    }

    /** What the link to older events asks after; null when there are none. */
    public @Nullable UUID getOlder() {
        return page().next();
    }

    private PageOf<InstanceEventView> page() {
        if (history == null) {
            history = fleet.history(pathId.require(), after, PAGE);
        }
        return history;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
