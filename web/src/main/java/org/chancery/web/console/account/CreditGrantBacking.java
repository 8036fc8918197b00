package org.chancery.web.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.chancery.model.money.Money;
import org.chancery.service.credit.CreditGrant;
import org.chancery.service.credit.CreditService;
import org.chancery.web.console.component.TypedAmount;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.MoneyConverter;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Gives credit to the account of this page, or takes some back. Before anything is recorded the page has said what the
 * account has before and after: the form carries what it was told, and when that is not what would happen now, the page
 * says it anew instead.
 */
@Named
@RequestScoped
public class CreditGrantBacking {

    private static final String GIVE = "give";
    private static final String TAKE = "take";
    private static final long EXAMPLE = 118_800;

    @Inject
    private AccountCreditBacking page;

    @Inject
    private CreditService credit;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private String direction = GIVE;
    private @Nullable String amount;
    private @Nullable String reason;
    private @Nullable String told;
    private @Nullable String outcome;
    private boolean faulty;

    /** Says what the typed amount would do, without complaining beside the field: the person is still typing. */
    public void preview() {
        TypedAmount typed = typed();
        Money money = typed.money();
        String complaint = money == null ? fault(typed) : tooMuch(money);
        boolean nothingTyped = typed.fault() == TypedAmount.Fault.MISSING;
        faulty = complaint != null && !nothingTyped;
        if (money == null || complaint != null) {
            told = null;
            outcome = nothingTyped ? null : complaint;
        } else {
            tell(money);
        }
    }

    /** Records the movement if the page has said what it does; else says it and asks again. */
    public void record() throws IOException {
        TypedAmount typed = typed();
        Money money = typed.money();
        String complaint = money == null ? fault(typed) : tooMuch(money);
        if (complaint != null) {
            refuse("amount", complaint);
        }
        if (reason == null || reason.isBlank()) {
            refuse("reason", text("field.required"));
        }
        if (money == null || faces.isValidationFailed()) {
            return;
        }
        if (!mark(money).equals(told)) {
            tell(money);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text("console.credit.look"), null));
            return;
        }
        credit.grantAsTold(
                page.getAccount().id(),
                new CreditGrant(change(money).minor(), money.currency().getCurrencyCode(), reason),
                page.getBalance().available());
        messages.afterRedirect(isTaking() ? "console.credit.taken" : "console.credit.given", shown(money));
        Redirects.to(faces, "/console/accounts/" + page.getAccount().id() + "/credit");
    }

    private void refuse(String field, String sentence) {
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
    }

    private void tell(Money money) {
        told = mark(money);
        Money before = page.getBalance().availableMoney();
        outcome = text("console.credit.outcome", page.getName(), shown(before), shown(before.add(change(money))));
    }

    // What was told depends on the movement and on the balance, and on nothing else.
    private String mark(Money money) {
        return change(money).minor() + "/" + page.getBalance().available();
    }

    private Money change(Money money) {
        return isTaking() ? money.negate() : money;
    }

    private @Nullable String tooMuch(Money money) {
        Money available = page.getBalance().availableMoney();
        return isTaking() && money.compareTo(available) > 0
                ? text("console.credit.tooMuch", page.getName(), shown(available))
                : null;
    }

    private boolean isTaking() {
        return TAKE.equals(direction);
    }

    private TypedAmount typed() {
        return TypedAmount.read(
                amount, page.getBalance().currency(), faces.getViewRoot().getLocale());
    }

    private String fault(TypedAmount typed) {
        TypedAmount.Fault fault = typed.fault();
        if (fault == null || fault == TypedAmount.Fault.MISSING) {
            return text("console.credit.missing");
        }
        Money example = new Money(EXAMPLE, page.getBalance().currency());
        return text(
                fault.key(),
                example.currency().getCurrencyCode(),
                example.currency().getDefaultFractionDigits(),
                shown(example));
    }

    private String shown(Money money) {
        return MoneyConverter.format(money, faces.getViewRoot().getLocale());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(faces).text(key, arguments);
    }

    /** What the typed amount would do, or why it can't be read; null while nothing is typed. */
    public @Nullable String getOutcome() {
        return outcome;
    }

    /** True when {@link #getOutcome} is a complaint. */
    public boolean isFaulty() {
        return faulty;
    }

    /** The two things that the form can do. */
    public List<String> getDirections() {
        return List.of(GIVE, TAKE);
    }

    public String directionName(String word) {
        return text("console.credit." + word);
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(@Nullable String direction) {
        this.direction = direction == null ? GIVE : direction;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTold() {
        return told;
    }

    public void setTold(@Nullable String told) {
        this.told = told;
    }
}
