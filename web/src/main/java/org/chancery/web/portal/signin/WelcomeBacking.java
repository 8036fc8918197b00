package org.chancery.web.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.UUID;
import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.platform.Caller;
import org.chancery.web.edge.ReturnAddress;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** Asks a new customer for what an invoice needs: the company, its country and its time zone. */
@Named
@RequestScoped
public class WelcomeBacking {

    @Inject
    private AccountService accounts;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    private @Nullable String company;
    private @Nullable String country;
    private @Nullable String timeZone;
    private @Nullable String next;

    /** Who has answered already goes on. */
    public void arrive() throws IOException {
        AccountView account = accounts.view(accountId());
        if (account.complete()) {
            Redirects.to(faces, ReturnAddress.orHome(next, "/overview"));
            return;
        }
        country = account.country();
        timeZone = account.timeZone();
    }

    public void save() throws IOException {
        AccountView account =
                accounts.change(accountId(), new AccountDraft(company, null, null, country, timeZone, null, null));
        SignedIn.of(request).ifPresent(user -> user.nowOf(account.company(), ZoneId.of(account.timeZone()))
                .remember(request));
        Redirects.to(faces, ReturnAddress.orHome(next, "/overview"));
    }

    private UUID accountId() {
        return caller.accountId().orElseThrow();
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
