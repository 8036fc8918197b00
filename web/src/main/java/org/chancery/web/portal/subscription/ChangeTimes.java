package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Objects;
import org.chancery.web.portal.component.Phrases;

/** The times at which a change can take effect, in words. */
@Named
@RequestScoped
public class ChangeTimes {

    @Inject
    private ChangeJourney change;

    @Inject
    private Phrases phrases;

    public String label(ChangeTime time) {
        return phrases.text("change.time." + time.word(), periodEnd());
    }

    /** What choosing it means for the money. */
    public String about(ChangeTime time) {
        boolean more = change.getTimes().get(0) != ChangeTime.PERIOD_END;
        String key = "change.time." + time.word();
        return switch (time) {
            case NEXT_INVOICE -> phrases.text(key + ".about", periodEnd());
            case PERIOD_END -> phrases.text(key + ".about");
            case NOW -> phrases.text(key + (isNewTerm() ? ".newTerm" : more ? ".more" : ".less"));
        };
    }

    public boolean isChosen(ChangeTime time) {
        return time == change.getTime();
    }

    private boolean isNewTerm() {
        return change.getPeriod() != change.getSubscription().period();
    }

    private Instant periodEnd() {
        return Objects.requireNonNull(change.getSubscription().currentPeriod()).end();
    }
}
