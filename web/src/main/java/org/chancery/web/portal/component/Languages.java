package org.chancery.web.portal.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.chancery.service.platform.ChanceryConfig;

/**
 * The languages that we answer in, and the one place that chooses between them: a language that is not offered can't be
 * asked for, whatever bundle lies on the class path.
 */
@ApplicationScoped
public class Languages {

    /**
     * Accented, lengthened and bracketed English, made by the build. The sandbox speaks it on request, so that a word
     * that is in no bundle is seen, and a page that would be too narrow for a longer language.
     */
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");

    private final List<Locale> offered;

    @Inject
    public Languages(ChanceryConfig config) {
        this.offered = config.isSandbox() ? List.of(Locale.ENGLISH, PSEUDO) : List.of(Locale.ENGLISH);
    }

    @SuppressWarnings("NullAway")
    protected Languages() { // the CDI proxy needs it
        this.offered = null;
    }

    /** The first of the languages asked for that is offered, else English. */
    public Locale of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(offered::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
