package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.platform.PageOf;
import org.jspecify.annotations.Nullable;

/** An account's invoices and credit notes, a page at a time. Where the page starts stands in the address. */
@Named
@RequestScoped
public class CustomerInvoicesBacking {

    private static final int PAGE = 25;

    @Inject
    private InvoiceService invoices;

    private @Nullable UUID after;
    private @Nullable PageOf<InvoiceView> page;

    public List<InvoiceView> getList() {
        return page().data();
    }

    /** What the link to the next page asks after; null on the last. */
    public @Nullable UUID getNext() {
        return page().next();
    }

    private PageOf<InvoiceView> page() {
        if (page == null) {
            page = invoices.list(null, after, PAGE);
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
