package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.CollectionService;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Redirects;

/** Has the next invoices of a subscription paid the other way: charged automatically, or by bank transfer. */
@Named
@RequestScoped
public class CollectionBacking {

    @Inject
    private PathId pathId;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private CollectionService collections;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    public void collectByTransfer() throws IOException {
        collectBy(Collection.WIRE);
    }

    public void collectByCharge() throws IOException {
        collectBy(Collection.CHARGE);
    }

    private void collectBy(Collection collection) throws IOException {
        SubscriptionView subscription = subscriptions.get(pathId.require());
        collections.collectBy(subscription.id(), collection);
        messages.afterRedirect("collection.done." + collection.word(), subscription.planName());
        Redirects.to(faces, "/subscriptions/" + subscription.id());
    }
}
