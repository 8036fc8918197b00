package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.chancery.service.checkout.PurchaseService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.jspecify.annotations.Nullable;

/** The license that the address names, and the way back from its pages; read once a request. */
@Named
@RequestScoped
public class LicensePlace {

    @Inject
    private LicenseService licenses;

    @Inject
    private PurchaseService purchases;

    @Inject
    private PathId pathId;

    private @Nullable LicenseView license;

    /** @throws org.chancery.model.platform.NotFoundException when there is none, or it is another's */
    public LicenseView getLicense() {
        if (license == null) {
            license = licenses.view(pathId.require());
        }
        return license;
    }

    UUID id() {
        return getLicense().id();
    }

    /** The page of what granted the license. */
    public String getHome() {
        return purchases
                .ofLicense(id())
                .map(purchase -> PurchaseAddresses.home(purchase.kind(), purchase.id()))
                .orElse("/instances");
    }
}
