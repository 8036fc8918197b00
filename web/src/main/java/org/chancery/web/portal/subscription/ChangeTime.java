package org.chancery.web.portal.subscription;

import java.util.Locale;
import java.util.Optional;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;

/** When a change takes effect and which invoice asks for it, as one choice. */
public enum ChangeTime {
    /** At once, and paid or credited at once. */
    NOW(ChangeTiming.NOW, ChangeInvoicing.NOW),
    /** At once, and asked for by the next invoice. */
    NEXT_INVOICE(ChangeTiming.NOW, ChangeInvoicing.NEXT),
    /** When the current period is over. */
    PERIOD_END(ChangeTiming.PERIOD_END, ChangeInvoicing.NEXT);

    private final ChangeTiming timing;
    private final ChangeInvoicing invoicing;

    ChangeTime(ChangeTiming timing, ChangeInvoicing invoicing) {
        this.timing = timing;
        this.invoicing = invoicing;
    }

    /** Its word in addresses and in keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    ChangeTiming timing() {
        return timing;
    }

    ChangeInvoicing invoicing() {
        return invoicing;
    }

    static Optional<ChangeTime> ofWord(String word) {
        for (ChangeTime time : values()) {
            if (time.word().equals(word)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }
}
