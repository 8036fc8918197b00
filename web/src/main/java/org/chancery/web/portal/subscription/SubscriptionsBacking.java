package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/** The list of an account's subscriptions, a page at a time. */
@Named
@RequestScoped
public class SubscriptionsBacking {

    private static final int PAGE = 25;

    @Inject
    private SubscriptionService subscriptions;

    private @Nullable UUID after;
    private @Nullable PageOf<SubscriptionView> page;

    public List<SubscriptionView> getList() {
        return page().data();
    }

    /** What the link to the next page asks after; null on the last. */
    public @Nullable UUID getNext() {
        return page().next();
    }

    private PageOf<SubscriptionView> page() {
        if (page == null) {
            page = subscriptions.list(null, after, PAGE);
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
