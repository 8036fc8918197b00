package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.service.account.AccountService;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.order.Shop;
import org.jspecify.annotations.Nullable;

/** The list of an account's perpetual licenses, a page at a time. */
@Named
@RequestScoped
public class PerpetualsBacking {

    private static final int PAGE = 25;

    @Inject
    private PerpetualService perpetuals;

    @Inject
    private AccountService accounts;

    @Inject
    private CatalogService catalog;

    @Inject
    private Caller caller;

    @Inject
    private PerpetualWords words;

    private @Nullable UUID after;
    private @Nullable PageOf<PerpetualView> page;

    public List<PerpetualView> getList() {
        return page().data();
    }

    /** True when there is one to buy in the currency of the account. */
    public boolean isForSale() {
        Currency currency = Currency.getInstance(
                accounts.view(caller.accountId().orElseThrow()).currency());
        return new Shop(catalog.current(), currency).isSellingPerpetuals();
    }

    /** "1 September 2027", or a dash before it is paid. */
    public String updatesUntil(PerpetualView perpetual) {
        return perpetual.updatesUntil() == null ? "–" : words.day(perpetual.updatesUntil());
    }

    /** What the link to the next page asks after; null on the last. */
    public @Nullable UUID getNext() {
        return page().next();
    }

    private PageOf<PerpetualView> page() {
        if (page == null) {
            page = perpetuals.list(null, after, PAGE);
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
