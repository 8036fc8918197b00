package org.chancery.web.portal.license;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.chancery.service.licensing.LicenseService;

/** How long the secret so far stays valid beside a new one, as customers choose it. */
public enum Overlap {
    USUAL("usual", LicenseService.USUAL_OVERLAP),
    LONG("long", Duration.ofDays(7)),
    NONE("none", Duration.ZERO);

    private final String word;
    private final Duration length;

    Overlap(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    static Optional<Overlap> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Names it in the form and in texts. */
    public String word() {
        return word;
    }

    Duration length() {
        return length;
    }
}
