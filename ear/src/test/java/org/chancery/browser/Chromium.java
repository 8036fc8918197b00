package org.chancery.browser;

import java.nio.file.Path;
import java.util.List;
import org.chancery.it.harness.DebianPackage;

/**
 * The system's Chromium. Best without a shell of its own: one that only hides its windows draws them all the same, and
 * keeps a process for what a person would click in them.
 */
final class Chromium {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private Chromium() {}

    static Path executable() {
        return DebianPackage.require("chromium-headless-shell", PLACES);
    }
}
