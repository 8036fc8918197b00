package org.chancery.service.licensing;

import org.jspecify.annotations.Nullable;

/**
 * What a deployment file should say, as it came; null for what is usual.
 *
 * @param deploymentId else the one that the license is bound to, or one of the license
 * @param instanceName else {@code node-1}
 * @param seatClass else {@code production}
 * @param productVersion else empty, for whoever deploys to fill in
 * @param releaseDate the same
 */
public record DeploymentWish(
        @Nullable String deploymentId,
        @Nullable String instanceName,
        @Nullable String seatClass,
        @Nullable String productVersion,
        @Nullable String releaseDate) {

    /** All as usual. */
    public static final DeploymentWish USUAL = new DeploymentWish(null, null, null, null, null);
}
