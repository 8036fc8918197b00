package org.chancery.web.portal.component;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was confirmed in this session, so that a double click, a second tab or Back does nothing twice: who sends the same
 * page again is led to where the first one led.
 */
@SessionScoped
public class ConfirmedActs implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int KEPT = 100;

    /**
     * Where an act leads, and what is said there.
     *
     * @param message the words themselves, or null for none
     */
    public record Outcome(String address, @Nullable String message) implements Serializable {}

    private final Map<UUID, Outcome> outcomes = new LinkedHashMap<>();

    /**
     * Does it, or finds what came of it. One at a time: the second click waits for the first. An act that throws may be
     * tried again.
     *
     * @param ticket of the page that was confirmed, such as its quote
     */
    public synchronized Outcome once(UUID ticket, Supplier<Outcome> act) {
        Outcome known = outcomes.get(ticket);
        if (known != null) {
            return known;
        }
        Outcome outcome = act.get();
        outcomes.put(ticket, outcome);
        if (outcomes.size() > KEPT) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
        return outcome;
    }
}
