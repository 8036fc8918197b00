package org.chancery.web.edge;

import jakarta.servlet.http.HttpServletRequest;

/** What sort of thing a path addresses. */
final class Paths {

    private Paths() {}

    static String of(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** The machine's side: answers problem+json, takes no cookies. */
    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/.well-known/");
    }

    static boolean isApi(HttpServletRequest request) {
        return isApi(of(request));
    }

    /** Sheets, scripts, fonts and pictures: the same for everybody. */
    static boolean isStatic(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/jakarta.faces.resource/")
                || path.startsWith("/resources/")
                || path.equals("/favicon.ico");
    }
}
