package org.chancery.web.console.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.coupon.CouponView;
import org.chancery.service.coupon.PartnerService;
import org.chancery.service.coupon.PartnerView;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** One partner with the newest coupons. */
@Named
@RequestScoped
public class PartnerBacking {

    private static final int NEWEST = 20;

    @Inject
    private PathId pathId;

    @Inject
    private PartnerService partners;

    @Inject
    private CouponService coupons;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable PartnerView partner;
    private @Nullable PageOf<CouponView> newest;

    /** Answers 404 when there is no such partner. */
    public void load() {
        getPartner();
    }

    public void retire() throws IOException {
        PartnerView retired = partners.retire(pathId.require());
        messages.afterRedirect("console.partner.retireDone", retired.name());
        Redirects.to(faces, "/console/partners/" + retired.id());
    }

    public PartnerView getPartner() {
        if (partner == null) {
            partner = partners.get(pathId.require());
        }
        return partner;
    }

    public boolean isRetired() {
        return getPartner().retiredAt() != null;
    }

    public List<CouponView> getCoupons() {
        return newest().data();
    }

    public boolean isMoreCoupons() {
        return newest().next() != null;
    }

    private PageOf<CouponView> newest() {
        if (newest == null) {
            newest = coupons.list(null, pathId.require(), null, NEWEST);
        }
        return newest;
    }
}
