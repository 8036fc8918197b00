package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.model.payment.PaymentRefusal;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.checkout.MethodRemovalService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** Removing a payment method: what that means, or why it has to stay. */
@Named
@RequestScoped
public class RemoveMethodBacking {

    @Inject
    private MethodRemovalService removal;

    @Inject
    private Methods methods;

    @Inject
    private Owners owners;

    @Inject
    private PathId pathId;

    @Inject
    private Caller caller;

    @Inject
    private Phrases phrases;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable PaymentMethodView method;

    public void arrive() throws IOException {
        if (owners.mayPass()) {
            getMethod();
        }
    }

    public void remove() throws IOException {
        String name = methods.name(getMethod());
        removal.remove(caller.accountId().orElseThrow(), getMethod().id());
        messages.afterRedirect("methods.removed", name);
        Redirects.to(faces, Onward.LIST);
    }

    public String getHeading() {
        return phrases.text("methodRemove.heading", methods.name(getMethod()));
    }

    /** Why it has to stay; empty when it may go. */
    public String getObstacle() {
        PaymentRefusal obstacle =
                removal.obstacle(caller.accountId().orElseThrow(), getMethod().id());
        return obstacle == null ? "" : Texts.of(faces).ofRefusal(obstacle);
    }

    public PaymentMethodView getMethod() {
        if (method == null) {
            PaymentMethodView found = methods.find(pathId.require());
            if (found == null) {
                throw new NotFoundException("payment method", pathId.require());
            }
            method = found;
        }
        return method;
    }
}
