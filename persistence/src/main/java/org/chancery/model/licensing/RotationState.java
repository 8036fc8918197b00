package org.chancery.model.licensing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the server remembers of an instance's check secrets.
 *
 * @param instanceId whose they are
 * @param epoch counts the activations of the instance
 * @param seq counts the accepted rotations within the epoch
 * @param currentHash base64url(SHA-256) of the secret that the next check must present
 * @param previousHash the one before it, or null right after an activation
 * @param bootIds process starts seen in accepted messages of this epoch, the current one last, at most
 *     {@value #REMEMBERED_BOOTS}
 */
public record RotationState(
        UUID instanceId, int epoch, long seq, String currentHash, @Nullable String previousHash, List<String> bootIds) {

    /** How many process starts of an epoch are remembered. */
    public static final int REMEMBERED_BOOTS = 16;

    public RotationState {
        bootIds = List.copyOf(bootIds);
    }

    /** The state that an activation leaves behind. */
    public static RotationState activated(UUID instanceId, int epoch, String currentHash, String bootId) {
        return new RotationState(instanceId, epoch, 1, currentHash, null, List.of(bootId));
    }

    /** True for a process start that another one has followed: it should not be running any more. */
    boolean isSuperseded(String bootId) {
        int seen = bootIds.lastIndexOf(bootId);
        return seen >= 0 && seen < bootIds.size() - 1;
    }

    /** The state after the secret of this hash was replaced by a new one. */
    RotationState rotated(long nextSeq, String presentedHash, String nextHash, String bootId) {
        List<String> boots = new ArrayList<>(bootIds);
        boots.remove(bootId);
        boots.add(bootId);
        int forgotten = Math.max(0, boots.size() - REMEMBERED_BOOTS);
        return new RotationState(
                instanceId, epoch, nextSeq, nextHash, presentedHash, boots.subList(forgotten, boots.size()));
    }
}
