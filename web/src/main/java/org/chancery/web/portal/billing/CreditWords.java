package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.chancery.model.credit.CreditKind;
import org.chancery.service.credit.CreditView;
import org.chancery.web.portal.component.Phrases;

/** What an entry of account credit is called, and how it stands. */
@Named
@RequestScoped
public class CreditWords {

    @Inject
    private Phrases phrases;

    /** Why credit moved, in a word or two. */
    public String what(CreditView.Entry entry) {
        boolean correction = entry.kind() == CreditKind.GRANT && entry.amount() < 0;
        return phrases.text(
                "credit.kind." + (correction ? "correction" : entry.kind().word()));
    }

    /** True when the entry itself can be used up: others have no state. */
    public boolean isGain(CreditView.Entry entry) {
        return entry.amount() > 0;
    }

    public String state(CreditView.Entry entry) {
        if (!entry.available()) {
            return phrases.text("credit.state.pending");
        }
        if (entry.left() == 0) {
            return phrases.text("credit.state.usedUp");
        }
        return entry.left() == entry.amount()
                ? phrases.text("credit.state.available")
                : phrases.text("credit.state.left", entry.leftMoney());
    }

    public String tone(CreditView.Entry entry) {
        if (!entry.available()) {
            return "info";
        }
        return entry.left() == 0 ? "neutral" : "ok";
    }
}
