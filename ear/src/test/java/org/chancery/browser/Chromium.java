package org.chancery.browser;

import java.nio.file.Path;
import java.util.List;
import org.chancery.it.harness.DebianPackage;

/** The system's Chromium. */
final class Chromium {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Chromium() {}

    static Path executable() {
        return DebianPackage.require("chromium", PLACES);
    }
}
