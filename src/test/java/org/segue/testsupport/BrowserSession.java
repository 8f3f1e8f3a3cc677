package org.segue.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium for tests of pages. Nothing is downloaded; without a Chromium the test is skipped and a line
 * says so. Another place than the usual ones can be named with {@code -Dtests.chromium=…} or the environment's
 * {@code SEGUE_TEST_CHROMIUM}. One browser serves all tests of a class loader, and ends with the virtual machine. One thread at
 * a time.
 */
public final class BrowserSession {
    /** Viewport of a usual phone, and of a laptop. */
    public enum Screen {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            // A name of the home: without TLS a browser says less there than at localhost.
            "--host-resolver-rules=MAP nas 127.0.0.1",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** On a busy machine an answer may take seconds. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final double RELOAD_PAUSE_MILLIS = 200;
    private static final int RELOADS = 200;
    private static final int SEE_OTHER = 303;

    private static final boolean TAKES_PICTURES = Boolean.getBoolean("tests.screenshots");

    private static @Nullable BrowserSession session;

    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private BrowserSession(Path chromium) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET));
    }

    /** Starts Chromium if it does not run yet, or skips the calling test when the machine has none. */
    public static synchronized BrowserSession openOrSkip() {
        BrowserSession running = session;
        if (running != null) {
            return running;
        }
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            System.out.println("SKIPPED browser test: no Chromium found (set SEGUE_TEST_CHROMIUM to its path)");
        }
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        BrowserSession started = new BrowserSession(chromium.orElseThrow());
        session = started;
        return started;
    }

    private static Optional<Path> chromium() {
        return Stream.concat(
                        Stream.of(
                                        Optional.ofNullable(System.getProperty("tests.chromium")),
                                        Optional.ofNullable(System.getenv("SEGUE_TEST_CHROMIUM")))
                                .flatMap(Optional::stream),
                        USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Closes all pages, and forgets their cookies. */
    public void closePages() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** Shows a page as it is on another screen, or to somebody who likes other colors. */
    public static void show(Page page, Screen screen, ColorScheme colors) {
        page.setViewportSize(screen.width, screen.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A fresh page without cookies or history. */
    public Page page(Screen screen, ColorScheme colors) {
        return page(screen, colors, true);
    }

    /** A fresh page in a browser whose script is switched off. */
    public Page pageWithoutScript(Screen screen) {
        return page(screen, ColorScheme.LIGHT, false);
    }

    private Page page(Screen screen, ColorScheme colors, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(colors)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /**
     * What pages wrote to the console as errors since the last call: refused by the policy, missing files, exceptions. An
     * answer of 422, which a wrong question gets, is none.
     */
    public List<String> complaints() {
        List<String> heard = complaints.stream()
                .filter(complaint -> !complaint.contains("status of 422"))
                .toList();
        complaints.clear();
        return heard;
    }

    /**
     * Does what sends a form of a page without script, and waits until the page that answers it has loaded: what answers may
     * have the same address, and a page that is asked for anew before would call the form back.
     */
    public static void follow(Page page, Runnable send) {
        page.waitForRequestFinished(
                new Page.WaitForRequestFinishedOptions().setPredicate(BrowserSession::isAnsweredByAPage), send);
        page.waitForLoadState();
    }

    private static boolean isAnsweredByAPage(Request request) {
        return request.isNavigationRequest() && request.response().status() != SEE_OTHER;
    }

    /** Asks for a page anew, as somebody without script does, until it shows something. */
    public static void reloadUntil(Page page, BooleanSupplier shown) {
        for (int i = 0; i < RELOADS && !shown.getAsBoolean(); i++) {
            page.waitForTimeout(RELOAD_PAUSE_MILLIS);
            page.reload();
        }
        Assertions.assertThat(shown.getAsBoolean())
                .as(() -> "not shown within %d reloads:%n%s".formatted(RELOADS, page.innerText("main")))
                .isTrue();
    }

    /** What axe-core finds wrong with a page for people who see, hear or point differently; empty if nothing. */
    public static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(BrowserSession::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Keeps the whole page as {@code target/screenshots/NAME.png}, under {@code -Dtests.screenshots=true}. */
    public static void screenshot(Page page, String name) {
        if (TAKES_PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }
}
