package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one check: which row of the rotation table matches first, and the state it leaves behind. A refusal
 * leaves the state as it was, so that a copy can never harm the live instance.
 *
 * <p>Process starts are recorded with the state changes only. A repeated message changes nothing, so an old start that
 * arrives late in a repeated message never looks newer than the living one. That is also why an honest instance never
 * meets {@link RotationRow#SHARED}: whoever wrote the current secret down was started before, or is, the newest start.
 *
 * @param row the row that matched
 * @param state the state afterwards, the same object as before unless a secret was exchanged
 * @param provenIssue when the lease that healed us was issued, else null; no later lease may start before it
 */
public record Rotation(RotationRow row, RotationState state, @Nullable Instant provenIssue) {

    private Rotation(RotationRow row, RotationState state) {
        this(row, state, null);
    }

    /**
     * Finds the first row that matches.
     *
     * @param receipt the lease that the message carries, if it is one of ours; asked at most once, and only when
     *     nothing cheaper decides, because verifying it costs more than all else
     */
    public static Rotation decide(RotationState state, RotationMessage message, Supplier<Optional<Receipt>> receipt) {
        String presented = message.presentedHash();
        String next = message.nextHash();
        boolean presentsCurrent = presented.equals(state.currentHash());
        boolean presentsPrevious = presented.equals(state.previousHash());
        boolean proposesCurrent = next.equals(state.currentHash());

        if (message.isMalformed() || (presentsCurrent && proposesCurrent)) {
            return new Rotation(RotationRow.INVALID, state);
        }
        if (message.epoch() != state.epoch()) {
            return new Rotation(RotationRow.STALE, state);
        }
        if (presentsCurrent && state.isSuperseded(message.bootId())) {
            return new Rotation(RotationRow.SHARED, state);
        }
        if (presentsCurrent) {
            return new Rotation(RotationRow.ADVANCE, state.rotated(state.seq() + 1, presented, next, message.bootId()));
        }
        if (presentsPrevious && proposesCurrent) {
            return new Rotation(RotationRow.REPLAY, state);
        }
        Optional<Receipt> proof = receipt.get().filter(claims -> proves(claims, state, presented));
        if (proof.isPresent()) {
            Receipt claims = proof.get();
            RotationState healed = state.rotated(claims.seq() + 1, presented, next, message.bootId());
            return new Rotation(RotationRow.HEAL, healed, claims.issuedAt());
        }
        return new Rotation(presentsPrevious ? RotationRow.FORK : RotationRow.STALE, state);
    }

    private static boolean proves(Receipt claims, RotationState state, String presentedHash) {
        return claims.instanceId().equals(state.instanceId())
                && claims.epoch() == state.epoch()
                && claims.seq() > state.seq()
                && claims.secretHash().equals(presentedHash);
    }
}
