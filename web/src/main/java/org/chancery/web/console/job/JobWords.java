package org.chancery.web.console.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.chancery.model.job.FinishedRun;
import org.chancery.service.job.JobState;
import org.chancery.service.job.JobView;
import org.chancery.service.platform.MachineTime;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Spans;
import org.jspecify.annotations.Nullable;

/** A job in words: what it does, when it last ran, how that ended and what to do about it. */
@Named
@RequestScoped
public class JobWords {

    @Inject
    private Phrases phrases;

    @Inject
    @MachineTime
    private Clock clock;

    @Inject
    private FacesContext faces;

    public String name(JobView view) {
        return phrases.text("console.jobs.name." + view.job().code());
    }

    /** What it does and how often, in one sentence. */
    public String does(JobView view) {
        String every = spans().every(view.job().interval());
        return phrases.text("console.jobs.does." + view.job().code(), every);
    }

    /** When it last ran, or the run that is not over began; null when it never did. */
    public @Nullable Instant at(JobView view) {
        FinishedRun last = view.last();
        return isOpen(view) || last == null ? view.startedAt() : last.finishedAt();
    }

    /** The same, as long ago. */
    public String ago(JobView view) {
        Instant at = at(view);
        if (at == null) {
            return phrases.text("console.jobs.none");
        }
        String ago = spans().ago(at, clock.instant());
        return isOpen(view) ? phrases.text("console.jobs.began", ago) : ago;
    }

    /** How long the run took that ended last; a run that is not over has taken no time yet. */
    public String took(JobView view) {
        FinishedRun last = view.last();
        return isOpen(view) || last == null ? phrases.text("console.jobs.none") : spans().length(last.took());
    }

    /** The node of that run; null when there was none. */
    public @Nullable String node(JobView view) {
        FinishedRun last = view.last();
        return isOpen(view) || last == null ? view.owner() : last.owner();
    }

    public String state(JobView view) {
        return phrases.text("console.jobs.state." + word(view));
    }

    public String tone(JobView view) {
        return switch (view.state()) {
            case DONE -> "ok";
            case RUNNING -> "info";
            case CUT_OFF -> "warn";
            case FAILED, OVERDUE -> "bad";
            case NEVER_RUN -> "neutral";
        };
    }

    /** Why the last run failed, as the fault says it; null when it did not. */
    public @Nullable String failure(JobView view) {
        FinishedRun last = view.last();
        return last == null || isOpen(view) ? null : last.failure();
    }

    /** True when there is more to say of its state than the word. */
    public boolean isAdvised(JobView view) {
        return phrases.has(adviceKey(view));
    }

    /** What its state means, and what to do. */
    public String advice(JobView view) {
        String special = adviceKey(view) + "." + view.job().code();
        return phrases.text(phrases.has(special) ? special : adviceKey(view));
    }

    private static String adviceKey(JobView view) {
        return "console.jobs.advice." + word(view);
    }

    private static String word(JobView view) {
        return view.state().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOpen(JobView view) {
        return view.state() == JobState.RUNNING || view.state() == JobState.CUT_OFF;
    }

    private Spans spans() {
        return Spans.of(faces);
    }
}
