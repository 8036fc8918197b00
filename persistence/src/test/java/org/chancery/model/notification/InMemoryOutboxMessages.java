package org.chancery.model.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox in memory; its clock stands for the database's. */
public class InMemoryOutboxMessages implements OutboxMessages {

    private final List<OutboxMessage> messages = new ArrayList<>();
    private final Clock clock;

    public InMemoryOutboxMessages(Clock clock) {
        this.clock = clock;
    }

    public List<OutboxMessage> all() {
        return List.copyOf(messages);
    }

    @Override
    public void add(OutboxMessage message) {
        messages.add(message);
    }

    @Override
    public List<OutboxMessage> claimDue(UUID worker, Duration lease, int limit) {
        Instant now = clock.instant();
        List<OutboxMessage> due =
                messages.stream().filter(m -> m.isClaimableAt(now)).limit(limit).toList();
        due.forEach(m -> m.claim(worker, now, lease));
        return due;
    }

    @Override
    public Optional<OutboxMessage> findClaimedLocked(UUID id, UUID worker) {
        return messages.stream()
                .filter(m -> m.id().equals(id) && m.isClaimedBy(worker))
                .findFirst();
    }

    @Override
    public boolean hasOpenLike(Mail mail) {
        return messages.stream()
                .anyMatch(m -> m.isOpen() && m.mail().fingerprint().equals(mail.fingerprint()));
    }

    @Override
    public long countOpenBefore(Instant instant) {
        return messages.stream()
                .filter(m -> m.isOpen() && m.createdAt().isBefore(instant))
                .count();
    }

    @Override
    public int deleteSentBefore(Instant instant) {
        int before = messages.size();
        messages.removeIf(m -> {
            Instant sent = m.sentAt();
            return sent != null && sent.isBefore(instant);
        });
        return before - messages.size();
    }
}
