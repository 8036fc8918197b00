package org.chancery.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.Sandbox;

/**
 * One person with a browser. Whatever page is judged is judged in light and dark, wide and narrow: nothing that axe
 * reports, no sideways scrolling, nothing that the content security policy had to stop, no call to another host.
 */
public final class Visitor implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int[] WIDTHS = {1280, 360};
    private static final int HEIGHT = 900;
    private static final boolean ALL_STATES = Boolean.getBoolean("it.judge.all");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    public Visitor() {
        this("en-GB");
    }

    /** @param language what the browser asks pages for; sent as it is, also where Chromium knows no such language */
    public Visitor(String language) {
        // Each visitor comes from an address of its own, as visitors do; else the limits per address would meet here.
        // Chromium puts a locale of its own above the header, so none is set.
        context = OneBrowser.BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(Api.base())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setExtraHTTPHeaders(
                        Map.of("X-Forwarded-For", "198.51.100." + COUNT.incrementAndGet(), "Accept-Language", language))
                .setViewportSize(WIDTHS[0], HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy") || "error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(Api.base()) && !request.url().startsWith("data:")) {
                complaints.add("a request to " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    public void open(String address) {
        page.navigate(address);
    }

    /** Signs in with the code that the sandbox would have mailed. */
    public void signIn(String door, String email) {
        open(door);
        page.locator("#email").fill(email);
        page.locator("#send").click();
        page.locator("#code").waitFor();
        page.locator("#code").fill(Sandbox.awaitCode(email));
        page.locator("#enter").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Each judgement takes seconds; light and narrow, dark and wide seldom tell what the other two do not. */
    private static boolean isSpared(ColorScheme scheme, int width) {
        return !ALL_STATES && (scheme == ColorScheme.LIGHT) != (width == WIDTHS[0]);
    }

    /**
     * Judges the page as it is and keeps a picture: wide in light and narrow in dark, or, with {@code it.judge.all}, in
     * both themes and widths.
     */
    public void judge(String name) {
        assertThat(page.locator("body").textContent())
                .as(name + " shows the key of a text")
                .doesNotContain(".title");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : WIDTHS) {
                if (isSpared(scheme, width)) {
                    continue;
                }
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, HEIGHT);
                String state = name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(System.getProperty("it.screenshots"), state + ".png")));
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                        .as(state + " scrolls sideways")
                        .isLessThanOrEqualTo(width);
                assertThat(violations())
                        .as(state)
                        .extracting(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .isEmpty();
            }
        }
        page.setViewportSize(WIDTHS[0], HEIGHT);
        assertThat(complaints).as(name).isEmpty();
    }

    /**
     * What axe reports of the page as it is. In one run in the page itself: the other way opens a second page for its sums,
     * for the sake of frames of other hosts, which none of ours may have.
     */
    private List<Rule> violations() {
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(onlyViolations)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Launching one takes seconds, so all visitors of a run share it: a context of one's own shares nothing but the program. */
    private static final class OneBrowser {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }
}
