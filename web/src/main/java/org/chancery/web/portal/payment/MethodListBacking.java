package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.service.checkout.MethodRemovalService;
import org.chancery.service.payment.MethodShelfService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;

/** The list of an account's payment methods, and which of them is charged. */
@Named
@RequestScoped
public class MethodListBacking {

    @Inject
    private MethodShelfService shelf;

    @Inject
    private MethodRemovalService removal;

    @Inject
    private Methods methods;

    @Inject
    private Onward onward;

    @Inject
    private Caller caller;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    /** Charges this one from now on, and goes back to the page that waits for it. */
    public void makeDefault(UUID id) throws IOException {
        PaymentMethodView chosen = shelf.makeDefault(caller.accountId().orElseThrow(), id);
        messages.afterRedirect("methods.defaultNow." + chosen.type().word(), methods.shortName(chosen));
        Redirects.to(faces, onward.getAddress());
    }

    /** True when renewals are charged to it, so that it has to stay. */
    public boolean isNeeded(PaymentMethodView method) {
        return removal.obstacle(caller.accountId().orElseThrow(), method.id()) == PaymentRefusal.METHOD_NEEDED;
    }
}
