package org.chancery.service.licensing;

/**
 * Entitlements with their entity tag.
 *
 * @param tag quotes included, as the header writes it
 */
public record TaggedEntitlements(String tag, Entitlements entitlements) {

    /** True when a client that sent this {@code If-None-Match} already has them. */
    public boolean isKnownTo(String ifNoneMatch) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String stripped = candidate.strip();
            String opaque = stripped.startsWith("W/") ? stripped.substring(2) : stripped;
            if (opaque.equals("*") || bare(opaque).equals(bare(tag))) {
                return true;
            }
        }
        return false;
    }

    /** Some clients send the tag without its quotes. */
    private static String bare(String tag) {
        return tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }
}
