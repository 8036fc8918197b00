package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.platform.AggregateRoot;

/**
 * Remembers when one subject last did one limited thing, to the second. An exact sliding window: no burst at the turn of
 * an hour gets twice what is allowed. Short by nature, since nobody may do any of these things often. Its row is locked
 * while it decides.
 */
@Entity
public class AttemptWindow extends AggregateRoot {

    private static final Duration HOUR = Duration.ofHours(1);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 30)
    private RateScope scope;

    @Column(nullable = false, updatable = false, length = 43)
    private String subjectHash;

    // Epoch seconds, oldest first, joined by commas; the largest limit bounds it.
    @Column(nullable = false, length = 1000)
    private String hits;

    @Column(nullable = false)
    private Instant lastHitAt;

    @SuppressWarnings("NullAway.Init")
    protected AttemptWindow() {} // Hibernate only

    /** @param subjectHash what is limited, hashed: addresses of strangers are not collected here */
    public AttemptWindow(UUID id, RateScope scope, String subjectHash, Instant now) {
        super(id);
        this.scope = scope;
        this.subjectHash = subjectHash;
        this.hits = "";
        this.lastHitAt = now;
    }

    /**
     * Notes one more, if it is allowed; a refused one is not noted, so that knocking on does not lock a person out for
     * ever.
     *
     * @return empty when allowed, else how long to wait, at least a second
     */
    public Optional<Duration> hit(Instant now) {
        long second = now.getEpochSecond();
        long[] recent = recentAt(second);
        long free = pauseEnd(recent, second);
        for (RateLimit limit : scope.limits()) {
            free = Math.max(free, freeAgain(recent, limit, second));
        }
        if (free > second) {
            return Optional.of(Duration.ofSeconds(free - second));
        }
        hits = Arrays.stream(recent).mapToObj(Long::toString).collect(Collectors.joining(","));
        hits = hits.isEmpty() ? Long.toString(second) : hits + "," + second;
        lastHitAt = now;
        return Optional.empty();
    }

    public RateScope scope() {
        return scope;
    }

    public String subjectHash() {
        return subjectHash;
    }

    private long[] recentAt(long second) {
        long longest = scope.limits().stream()
                .mapToLong(l -> l.span().toSeconds())
                .max()
                .orElse(0);
        return Arrays.stream(hits.split(","))
                .filter(text -> !text.isEmpty())
                .mapToLong(Long::parseLong)
                .filter(hit -> hit > second - longest)
                .toArray();
    }

    private long pauseEnd(long[] recent, long second) {
        int inTheHour = (int) Arrays.stream(recent)
                .filter(hit -> hit > second - HOUR.toSeconds())
                .count();
        return recent.length == 0
                ? second
                : recent[recent.length - 1] + scope.pauseAfter(inTheHour).toSeconds();
    }

    private static long freeAgain(long[] recent, RateLimit limit, long second) {
        long span = limit.span().toSeconds();
        long[] inside = Arrays.stream(recent).filter(hit -> hit > second - span).toArray();
        return inside.length < limit.most() ? second : inside[inside.length - limit.most()] + span;
    }
}
