package org.chancery.service.account.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The address that limits count: an IPv4 address as it is, an IPv6 address by its first 64 bits, because a single line
 * is given that many addresses and could otherwise use a new one for each request.
 */
public final class NetworkAddress {

    private static final int GROUPS = 8;
    private static final int COUNTED_GROUPS = 4;
    private static final String MAPPED_IPV4 = "::ffff:";

    private NetworkAddress() {}

    /** @param address as the servlet container writes it; no name is ever looked up */
    public static String counted(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        int zone = text.indexOf('%');
        if (zone >= 0) {
            text = text.substring(0, zone);
        }
        if (text.startsWith(MAPPED_IPV4) && text.indexOf('.') > 0) {
            return text.substring(MAPPED_IPV4.length());
        }
        return text.indexOf(':') < 0 ? text : network(text);
    }

    private static String network(String ipv6) {
        String[] halves = ipv6.split("::", -1);
        String[] head = groups(halves[0]);
        String[] tail = halves.length > 1 ? groups(halves[1]) : new String[0];
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(head, 0, all, 0, Math.min(head.length, GROUPS));
        int kept = Math.min(tail.length, GROUPS);
        System.arraycopy(tail, tail.length - kept, all, GROUPS - kept, kept);
        return Arrays.stream(all, 0, COUNTED_GROUPS)
                .map(NetworkAddress::withoutLeadingZeros)
                .collect(Collectors.joining(":", "", "::/64"));
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":");
    }

    private static String withoutLeadingZeros(String group) {
        String text = group.replaceFirst("^0+", "");
        return text.isEmpty() ? "0" : text;
    }
}
