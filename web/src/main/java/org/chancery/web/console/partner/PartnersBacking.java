package org.chancery.web.console.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chancery.service.coupon.PartnerService;
import org.chancery.service.coupon.PartnerView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The list of partners, and somebody new. */
@Named
@RequestScoped
public class PartnersBacking {

    private static final int PAGE = 50;

    @Inject
    private PartnerService partners;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable UUID after;
    private List<PartnerView> rows = List.of();
    private @Nullable UUID older;
    private @Nullable String name;
    private @Nullable String email;

    public void load() {
        var page = partners.list(after, PAGE);
        rows = page.data();
        older = page.next();
    }

    public void add() throws IOException {
        PartnerView added = partners.create(name, email);
        messages.afterRedirect("console.partnerNew.done", added.name());
        Redirects.to(faces, "/console/partners/" + added.id());
    }

    public List<PartnerView> getRows() {
        return rows;
    }

    /** What the next page starts after, or null on the last one. */
    public @Nullable UUID getOlder() {
        return older;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
