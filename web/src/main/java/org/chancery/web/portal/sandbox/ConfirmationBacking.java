package org.chancery.web.portal.sandbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.model.money.Money;
import org.chancery.model.payment.PaymentStatus;
import org.chancery.service.checkout.ConfirmationView;
import org.chancery.service.checkout.SandboxConfirmationService;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.PurchaseAddresses;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The question that a bank would ask before it lets the money go. */
@Named
@RequestScoped
public class ConfirmationBacking {

    @Inject
    private SandboxConfirmationService confirmations;

    @Inject
    private FacesContext faces;

    @Inject
    private PathId pathId;

    private @Nullable ConfirmationView view;

    /** Nothing to ask about is a page that does not exist, said before anything is shown. */
    public void arrive() {
        view();
    }

    public void confirm() throws IOException {
        answer(true);
    }

    public void refuse() throws IOException {
        answer(false);
    }

    public Money getAmount() {
        return view().payment().amount();
    }

    /** True while the bank waits for an answer. */
    public boolean isWaiting() {
        return view().payment().status() == PaymentStatus.REQUIRES_ACTION;
    }

    /** Where the customer came from: the order that is to be finished, or what was ordered before. */
    public String getOrderAddress() {
        ConfirmationView asked = view();
        return asked.firstOrder()
                ? PurchaseAddresses.done(asked.purchase())
                : PurchaseAddresses.home(asked.kind(), asked.purchase());
    }

    private void answer(boolean confirmed) throws IOException {
        confirmations.answer(pathId.require(), confirmed);
        Redirects.to(faces, getOrderAddress());
    }

    private ConfirmationView view() {
        if (view == null) {
            view = confirmations.view(pathId.require());
        }
        return view;
    }
}
