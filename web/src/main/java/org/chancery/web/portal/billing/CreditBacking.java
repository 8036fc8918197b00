package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;

/** The account's credit: the balances, and every movement a page at a time. */
@Named
@RequestScoped
public class CreditBacking {

    private static final int PAGE = 25;

    @Inject
    private CreditService credit;

    @Inject
    private Caller caller;

    private @Nullable UUID after;
    private @Nullable CreditView view;

    public List<CreditView.Balance> getBalances() {
        return view().balances();
    }

    public List<CreditView.Entry> getEntries() {
        return view().entries();
    }

    /** What the link to the next page asks after; null on the last. */
    public @Nullable UUID getNext() {
        return view().next();
    }

    private CreditView view() {
        if (view == null) {
            UUID account = caller.accountId().orElseThrow(() -> new NotFoundException("account", "of nobody"));
            view = credit.of(account, after, PAGE);
        }
        return view;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
