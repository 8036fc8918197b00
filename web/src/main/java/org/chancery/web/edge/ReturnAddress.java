package org.chancery.web.edge;

import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on to after signing in, or after another errand. Only addresses of our own route table are followed; everything else, however it is
 * written, leads to the home page, so that a link can't send a freshly signed-in person elsewhere.
 */
public final class ReturnAddress {

    private static final int MAX_LENGTH = 1000;

    private ReturnAddress() {}

    /** @return the wanted address when it is one of ours, else the home page */
    public static String orHome(@Nullable String wanted, String home) {
        return wanted != null && isOurs(wanted) ? wanted : home;
    }

    /**
     * For errands that only a few pages send people on.
     *
     * @param pages paths of the route table, such as {@code /subscriptions/{id}}
     * @return the wanted address when it is of one of these pages, else the other
     */
    public static String among(@Nullable String wanted, String otherwise, String... pages) {
        return wanted != null && isOurs(wanted) && Arrays.asList(pages).contains(pageOf(wanted)) ? wanted : otherwise;
    }

    private static String pageOf(String ours) {
        return RouteTable.find(URI.create(ours).getRawPath())
                .map(hit -> hit.route().path())
                .orElse("");
    }

    private static boolean isOurs(String wanted) {
        if (wanted.length() > MAX_LENGTH
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.indexOf('\\') >= 0
                || wanted.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            return false;
        }
        try {
            URI uri = URI.create(wanted);
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && uri.getRawFragment() == null
                    && RouteTable.isPage(uri.getRawPath());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
