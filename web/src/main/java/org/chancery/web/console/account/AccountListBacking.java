package org.chancery.web.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.jspecify.annotations.Nullable;

/** The list of accounts. What is searched for and where the page starts stand in the address. */
@Named
@RequestScoped
public class AccountListBacking {

    private static final int PAGE = 50;

    @Inject
    private AccountService accounts;

    private @Nullable String search;
    private @Nullable UUID after;
    private List<AccountView> rows = List.of();
    private @Nullable UUID older;

    public void load() {
        var page = accounts.list(search, after, PAGE);
        rows = page.data();
        older = page.next();
    }

    public List<AccountView> getRows() {
        return rows;
    }

    /** What the next page starts after, or null on the last one. */
    public @Nullable UUID getOlder() {
        return older;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
