package org.chancery.web.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.web.console.component.Desk;
import org.chancery.web.portal.component.PathId;
import org.jspecify.annotations.Nullable;

/** One account's credit, as operators see it. */
@Named
@RequestScoped
public class AccountCreditBacking {

    private static final int PAGE = 25;

    @Inject
    private PathId pathId;

    @Inject
    private AccountService accounts;

    @Inject
    private CreditService credit;

    @Inject
    private Desk desk;

    @Inject
    private FacesContext faces;

    private @Nullable UUID after;
    private @Nullable AccountView account;
    private @Nullable CreditView view;

    /** Answers 404 when there is no such account. */
    public void load() {
        getAccount();
    }

    /** As {@link #load}; 403 for those who may not move money. */
    public void loadForm() throws IOException {
        if (desk.isMayRecordPayments()) {
            load();
            return;
        }
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
        faces.responseComplete();
    }

    public AccountView getAccount() {
        if (account == null) {
            account = accounts.view(pathId.require());
        }
        return account;
    }

    /** What the account is called in the heading and the path to it. */
    public String getName() {
        return getAccount().company().isEmpty()
                ? getAccount().email()
                : getAccount().company();
    }

    public CreditView getCredit() {
        if (view == null) {
            view = credit.of(pathId.require(), after, PAGE);
        }
        return view;
    }

    /** The balance in the currency that the account pays in. */
    public CreditView.Balance getBalance() {
        return getCredit().balances().get(0);
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
