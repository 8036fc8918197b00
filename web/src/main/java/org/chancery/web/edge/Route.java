package org.chancery.web.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One clean address and the page behind it. Its expression is compiled once. */
public final class Route {

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    private final String path;
    private final String page;
    private final Access access;
    private final List<String> names = new ArrayList<>();
    private final Pattern expression;

    /**
     * A route to a page.
     *
     * @param path such as {@code /subscriptions/{id}}; each part in braces becomes a view parameter of that name
     * @param page below {@code /WEB-INF/pages/}, without the suffix
     */
    Route(String path, String page, Access access) {
        this.path = path;
        this.page = page;
        this.access = access;
        Matcher parts = PART.matcher(path);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (parts.find()) {
            text.append(Pattern.quote(path.substring(from, parts.start()))).append("([A-Za-z0-9._-]{1,128})");
            names.add(parts.group(1));
            from = parts.end();
        }
        text.append(Pattern.quote(path.substring(from)));
        this.expression = Pattern.compile(text.toString());
    }

    public String path() {
        return path;
    }

    Access access() {
        return access;
    }

    /** The view parameters when the address is this route's, empty otherwise. */
    Optional<Map<String, String>> match(String address) {
        Matcher matcher = expression.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(parameters);
    }

    String view() {
        return "/WEB-INF/pages/" + page + ".xhtml";
    }
}
