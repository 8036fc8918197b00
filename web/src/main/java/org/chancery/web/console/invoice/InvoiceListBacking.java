package org.chancery.web.console.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.model.billing.InvoiceFilter;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceSummary;
import org.jspecify.annotations.Nullable;

/** The list of invoices. The filter and where the page starts stand in the address. */
@Named
@RequestScoped
public class InvoiceListBacking {

    private static final int PAGE = 50;

    @Inject
    private InvoiceService invoices;

    private @Nullable String status;
    private @Nullable UUID account;
    private @Nullable UUID after;
    private List<InvoiceSummary> rows = List.of();
    private @Nullable UUID older;

    public void load() {
        var page = invoices.search(account, filter(), after, PAGE);
        rows = page.data();
        older = page.next();
    }

    // A word that is no filter shows everything: an address somebody shortened still works.
    private InvoiceFilter filter() {
        return Arrays.stream(InvoiceFilter.values())
                .filter(each -> word(each).equals(status))
                .findFirst()
                .orElse(InvoiceFilter.ALL);
    }

    private static String word(InvoiceFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /** The words of the filters, in the order in which they are offered. */
    public List<String> getFilters() {
        return Arrays.stream(InvoiceFilter.values())
                .map(InvoiceListBacking::word)
                .toList();
    }

    /** The word of the filter that holds. */
    public String getChosen() {
        return word(filter());
    }

    public List<InvoiceSummary> getRows() {
        return rows;
    }

    /** What the next page starts after, or null on the last one. */
    public @Nullable UUID getOlder() {
        return older;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable UUID getAccount() {
        return account;
    }

    public void setAccount(@Nullable UUID account) {
        this.account = account;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
