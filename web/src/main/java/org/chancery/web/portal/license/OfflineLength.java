package org.chancery.web.portal.license;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For how long customers ask for an offline license. */
public enum OfflineLength {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(366),
    ENDLESS(0);

    private final int days;

    OfflineLength(int days) {
        this.days = days;
    }

    static Optional<OfflineLength> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Names it in the form: its days, or {@code endless}. */
    public String word() {
        return isEndless() ? "endless" : Integer.toString(days);
    }

    public int days() {
        return days;
    }

    public boolean isEndless() {
        return this == ENDLESS;
    }

    /** Null for one that never ends. */
    @Nullable
    Duration length() {
        return isEndless() ? null : Duration.ofDays(days);
    }
}
