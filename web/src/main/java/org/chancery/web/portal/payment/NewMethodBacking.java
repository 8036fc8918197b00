package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The way to the provider's page, where a card is typed or a mandate signed, and back from it. */
@Named
@RequestScoped
public class NewMethodBacking {

    @Inject
    private PaymentMethodService service;

    @Inject
    private Methods methods;

    @Inject
    private Onward onward;

    @Inject
    private Owners owners;

    @Inject
    private Caller caller;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    /** Without a provider there is nothing to add. */
    public void arrive() throws IOException {
        if (owners.mayPass() && !methods.isOffered()) {
            throw new NotFoundException("page", "new payment method");
        }
    }

    /** On to the provider's page. */
    public void proceed() throws IOException {
        Redirects.to(faces, service.openSetup(caller.accountId().orElseThrow(), onward.comingBack()));
    }

    /**
     * Back from the provider's page. Providers send people by a plain link, so that this is a GET which changes something;
     * it does so once for each visit, and only for the account that made it.
     */
    public void comeBack() throws IOException {
        if (!owners.mayPass()) {
            return;
        }
        String setup = request.getParameter("setup");
        PaymentMethodView added = setup == null
                ? null
                : service.completeSetup(caller.accountId().orElseThrow(), setup).orElse(null);
        if (added == null) {
            messages.afterRedirect("methods.notAdded");
        } else {
            messages.afterRedirect("methods.added." + added.type().word(), methods.shortName(added));
        }
        Redirects.to(faces, onward.getAddress());
    }

    /** What is charged until now; null when there is nothing. */
    public @Nullable PaymentMethodView getReplaced() {
        return methods.getDefault();
    }
}
