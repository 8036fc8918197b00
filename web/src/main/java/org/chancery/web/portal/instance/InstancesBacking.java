package org.chancery.web.portal.instance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/** The list of an account's instances, a page at a time. */
@Named
@RequestScoped
public class InstancesBacking {

    private static final int PAGE = 25;

    @Inject
    private FleetService fleet;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private PerpetualService perpetuals;

    @Inject
    private Caller caller;

    private @Nullable UUID after;
    private @Nullable PageOf<FleetInstance> page;

    public List<FleetInstance> getList() {
        return page().data();
    }

    /** What the link to the next page asks after; null on the last. */
    public @Nullable UUID getNext() {
        return page().next();
    }

    /** What was bought last of its kind and could run an instance, subscriptions first; null when there is nothing. */
    public @Nullable UUID getPurchase() {
        return subscriptions.list(null, null, 1).data().stream()
                .map(SubscriptionView::id)
                .findFirst()
                .or(() -> perpetuals.list(null, null, 1).data().stream()
                        .map(PerpetualView::id)
                        .findFirst())
                .orElse(null);
    }

    private PageOf<FleetInstance> page() {
        if (page == null) {
            page = fleet.ofAccount(caller.accountId().orElseThrow(), after, PAGE);
        }
        return page;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
