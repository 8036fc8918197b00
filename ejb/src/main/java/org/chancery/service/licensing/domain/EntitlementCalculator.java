package org.chancery.service.licensing.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.licensing.Entitlements;
import org.jspecify.annotations.Nullable;

/** Computes what an instance may use, and the tag under which it remembers it. */
public final class EntitlementCalculator {

    private static final int TAG_CHARACTERS = 12;

    private EntitlementCalculator() {}

    /**
     * The document as an instance receives it.
     *
     * @param grant the license's, read from its document
     * @param seatClass the instance's, or null for a preview, which has no instance parts
     */
    public static Entitlements entitlements(License license, Grant grant, @Nullable SeatClass seatClass) {
        Map<String, Object> limits = new LinkedHashMap<>();
        grant.limits().forEach((code, limit) -> limits.put(code, limit.toWire()));
        return new Entitlements(
                license.id().toString(),
                license.product(),
                license.revision(),
                new Entitlements.Plan(grant.planCode(), grant.planName()),
                seatClass == null ? null : seatClass.word(),
                limits,
                grant.features(),
                grant.addOns(),
                grant.support(),
                List.of(),
                List.of(),
                grant.updatesUntil(),
                null);
    }

    /**
     * The entity tag of the document, quotes included, so that header, body and lease say the same. It contains a digest
     * beside the revision, because a restored database counts a revision twice.
     */
    public static String tag(License license, SeatClass seatClass) {
        String parts = String.join("\n", license.id().toString(), seatClass.word(), license.grantDocument());
        return "\"" + license.revision() + "-" + digest(parts) + "\"";
    }

    /** True while the instance has not applied the license's revision, or, if it does not say, not fetched it. */
    public static boolean isChanged(License license, Instance instance, @Nullable Long reportedRevision) {
        Long known = reportedRevision == null ? instance.fetchedRevision() : reportedRevision;
        return !Objects.equals(known, license.revision());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TAG_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
