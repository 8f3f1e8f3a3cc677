package org.segue.web.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

@QuarkusTest
@TestProfile(HomeFakes.class)
class HomeBrowserTest {
    private static final Pattern USER_SEARCH = Pattern.compile("/api/users\\?");

    private static final int MAX_BYTES = 60_000;
    private static final int MAX_BYTES_BEFORE_PAINT = 20_000;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI home;

    @Inject
    FakeHomeStatus status;

    private static @Nullable BrowserSession session;

    @BeforeAll
    static void openBrowser() {
        session = BrowserSession.openOrSkip();
    }

    @BeforeEach
    void trained() {
        status.become(FakeHomeStatus.trained());
    }

    @AfterEach
    void nothingToComplainAbout() {
        browser().closePages();
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void journey_typePickRead_staysOnThePageAndGoesBack() {
        Page page = page(Screen.DESKTOP, ColorScheme.LIGHT, "");
        page.evaluate("window.stayed = true");
        Locator user = page.getByLabel("Listener", new Page.GetByLabelOptions().setExact(true));

        user.pressSequentially("an");
        assertThat(page.locator(".suggestions [role=option]")).hasCount(2);
        assertThat(user).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#announcement")).hasText("2 matches. Use the arrow keys to select one.");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        user.press("ArrowDown");
        assertThat(user).hasAttribute("aria-activedescendant", "user-suggestion-0");
        BrowserSession.screenshot(page, "home-suggestions");
        user.press("Enter");
        assertThat(user).hasValue("anna");
        assertThat(user).hasAttribute("aria-expanded", "false");
        user.press("Enter");

        assertThat(page.locator(".song")).hasCount(10);
        assertThat(page.locator(".song .title").first()).hasText("Teardrop");
        assertThat(page.locator("#announcement")).containsText("10 songs for anna");
        assertThat(page).hasTitle("10 songs for anna – Segue");
        assertThat(page).hasURL(home + "?user=anna&n=10");
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);

        page.goBack();
        assertThat(page.locator(".song")).hasCount(0);
        assertThat(user).hasValue("");
        page.goForward();
        assertThat(page.locator(".song")).hasCount(10);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        page.reload();
        assertThat(page.locator(".song")).hasCount(10);
    }

    @Test
    void suggestions_escapeAndArrows_behaveAsAComboBox() {
        Page page = page(Screen.PHONE, ColorScheme.DARK, "");
        Locator user = page.locator("#user");
        user.pressSequentially("an");
        Locator options = page.locator("[role=option]");
        assertThat(options).hasCount(2);
        user.press("ArrowUp");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        user.press("ArrowDown");
        assertThat(options.nth(0)).hasAttribute("aria-selected", "true");
        user.press("Escape");
        assertThat(page.locator("#user-suggestions")).isHidden();
        assertThat(user).hasValue("an");
        user.press("ArrowDown");
        assertThat(options).hasCount(2);
        options.nth(1).click();
        assertThat(user).hasValue("<b>Andrés</b>");
        assertThat(user).isFocused();
    }

    @Test
    void mistake_isNamedInPlaceAndFocused() {
        Page page = page(Screen.DESKTOP, ColorScheme.LIGHT, "");
        page.evaluate("window.stayed = true");
        page.locator("#user").fill("anna");
        page.locator("#n").fill("501");
        page.locator("#n").press("Enter");
        assertThat(page.locator("#n-problem")).hasText("Enter a whole number from 1 to 500.");
        assertThat(page.locator("#n")).isFocused();
        assertThat(page.locator("#n")).hasValue("501");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "home-mistake");
        page.locator("#n").fill("3");
        page.locator("#n").press("Enter");
        assertThat(page.locator(".song")).hasCount(3);
        assertThat(page.locator("#n-problem")).isEmpty();
        assertThat(page.locator("#songs")).isFocused();
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void choiceOfPlays_asksAgainAndIsShareable() {
        Page page = page(Screen.PHONE, ColorScheme.LIGHT, "?user=timed&n=3");
        change(page);
        page.locator("#special > summary").click();
        assertThat(page.locator("#when")).hasValue("");
        page.locator("#when").selectOption("now");
        assertThat(page.locator(".notice")).hasText("asked: NOW");
        assertThat(page).hasURL(home + "?user=timed&n=3&when=now");
        page.locator("#when").selectOption("");
        assertThat(page.locator(".notice")).hasText("asked: BY_MODEL");
        assertThat(page).hasURL(home + "?user=timed&n=3");
        page.goBack();
        assertThat(page.locator("#when")).hasValue("now");
        assertThat(page.locator("#asked")).hasText("For timed · 3 songs · new · Now");
        change(page);
        page.locator("#half-life").selectOption("PT6H");
        assertThat(page.locator(".notice")).hasText("asked: HALF_LIFE");
        assertThat(page).hasURL(home + "?user=timed&n=3&halfLife=PT6H");
        assertThat(page.locator("#when")).hasValue("");
    }

    @Test
    void withoutScript_formAnswersAndIsShareable() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home.toString());
        page.locator("#user").fill("anna");
        page.locator("#n").fill("4");
        page.locator("#go").click();
        assertThat(page.locator(".song")).hasCount(4);
        assertThat(page).hasURL(home + "?user=anna&like=&n=4&adventure=0&mode=&when=&maxPerArtist=&halfLife=&untried=");
        assertThat(page.locator("#user")).isHidden();
        change(page);
        page.locator("#user").fill("");
        page.locator("#go").click();
        assertThat(page.locator("#user-problem"))
                .hasText("Enter a listener’s name, or add at least one song you like.");
        assertThat(page.locator("#user")).isFocused();
    }

    @Test
    void typing_beforeTheScriptHasCome_isAnsweredAllTheSame() {
        Page page = browser().page(Screen.PHONE, ColorScheme.LIGHT);
        page.route(USER_SEARCH, HomeBrowserTest::answerUserSearch);
        List<Route> held = new ArrayList<>();
        page.route(Pattern.compile("/home\\.js"), held::add);
        page.navigate(home.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#user").pressSequentially("an");
        page.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();

        assertThat(page.locator(".suggestions [role=option]")).hasCount(2);
    }

    @Test
    void job_whenItEnds_pageRefreshesItself() {
        status.become(FakeHomeStatus.importing());
        Page page = page(Screen.DESKTOP, ColorScheme.LIGHT, "");
        assertThat(page.locator("#status")).containsText("Import: 40,000 rows");
        status.become(FakeHomeStatus.trained());
        assertThat(page.locator("#announcement")).hasText("Ready.");
        assertThat(page.locator("#status")).not().containsText("Reading");
        assertThat(page.locator("#facts")).containsText("17,632 songs");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("anna").setExact(true))
                .click();
        assertThat(page.locator(".song")).hasCount(10);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void answer_isLight_andNothingOnThePageMoves(Screen screen) {
        Page page = browser().page(screen, ColorScheme.LIGHT);
        page.addInitScript("""
                window.moved = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.moved += entry.value; }))
                  .observe({ type: 'layout-shift', buffered: true });""");
        page.navigate(home + "?user=anna", new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));

        assertThat(page.locator(".song")).hasCount(10);
        Number bytes = (Number) page.evaluate("""
                performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)""");
        assertThat(bytes.intValue() + iconBytes(page)).isBetween(10_000, MAX_BYTES);
        assertThat(moved(page)).isZero();
        page.evaluate("document.body.prepend(document.createElement('hr'))");
        page.waitForCondition(() -> moved(page) > 0);
    }

    private static int iconBytes(Page page) {
        return page.request()
                .get(page.url().replaceAll("\\?.*", "")
                        + page.locator("link[rel=icon]").getAttribute("href"))
                .body()
                .length;
    }

    private static double moved(Page page) {
        return ((Number) page.evaluate("window.moved")).doubleValue();
    }

    @Test
    void firstPaint_waitsForTheStylesheetAlone() {
        Page page = page(Screen.PHONE, ColorScheme.LIGHT, "?user=anna");
        page.waitForCondition(() -> firstPaint(page) > 0);

        assertThat(page.evaluate("""
                performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus == 'blocking')
                  .map((entry) => new URL(entry.name).pathname)""")).isEqualTo(List.of("/assets/segue.css"));
        assertThat(page.evaluate("""
                performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)
                  .filter((path) => path != '/assets/segue.svg').sort()"""))
                .isEqualTo(List.of("/assets/home.js", "/assets/rows.js", "/assets/segue.css", "/assets/segue.js"));
        Number blocking = (Number) page.evaluate("""
                performance.getEntriesByType('navigation')[0].transferSize
                  + performance.getEntriesByName(document.querySelector('link[rel=stylesheet]').href)[0].transferSize""");
        assertThat(blocking.intValue()).isBetween(1_000, MAX_BYTES_BEFORE_PAINT);
        System.out.printf(
                "first contentful paint: %.0f ms, goal 500 ms; %,d bytes before it%n",
                firstPaint(page), blocking.intValue());
    }

    private static double firstPaint(Page page) {
        Number paint =
                (Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0");
        return paint.doubleValue();
    }

    @Test
    void connection_lostWhileWorkGoesOn_isSaid_andSoIsThatItIsBack() {
        status.become(FakeHomeStatus.training());
        Page page = page(Screen.PHONE, ColorScheme.LIGHT, "");
        assertThat(page.locator("#connection")).isHidden();
        page.context().setOffline(true);
        assertThat(page.locator("#connection")).hasText("Connection lost. Reconnecting…");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "home-lost");
        status.become(FakeHomeStatus.trained());
        page.context().setOffline(false);

        assertThat(page.locator("#connection")).isHidden();
        assertThat(page.locator("#toast")).hasText("Reconnected.");
        assertThat(page.locator("#status")).not().containsText("Training");
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "DESKTOP, DARK"})
    void everyState_hasNoBarriersAndFitsTheScreen(Screen screen, ColorScheme colors) {
        Page page = page(screen, colors, "");
        Map<String, HomeStatus> states = Map.of(
                "empty", FakeHomeStatus.empty(),
                "importing", FakeHomeStatus.importing(),
                "training", FakeHomeStatus.training(),
                "trained", FakeHomeStatus.trained());
        states.forEach((name, state) -> {
            status.become(state);
            inspect(page, "", "%s-%s-%s".formatted(name, screen, colors));
        });
        status.become(FakeHomeStatus.trained());
        for (String user : List.of("anna", "stranger", "full", "starter")) {
            inspect(page, "?user=" + user, "%s-%s-%s".formatted(user, screen, colors));
        }
    }

    private static void change(Page page) {
        page.locator("#fold > summary").click();
    }

    private void inspect(Page page, String query, String name) {
        page.navigate(home + query);
        BrowserSession.screenshot(page, "home-" + name);
        assertThat(BrowserSession.barriers(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isEqualTo(true);
    }

    private static BrowserSession browser() {
        return requireNonNull(session);
    }

    private Page page(Screen screen, ColorScheme colors, String query) {
        Page page = browser().page(screen, colors);
        page.route(USER_SEARCH, HomeBrowserTest::answerUserSearch);
        page.navigate(home + query);
        return page;
    }

    private static void answerUserSearch(Route route) {
        boolean matches =
                Pattern.compile("[?&]q=an?&").matcher(route.request().url()).find();
        String items =
                matches ? "{\"id\":\"anna\",\"name\":\"anna\"},{\"id\":\"u-17\",\"name\":\"<b>Andrés</b>\"}" : "";
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"items\":[" + items + "],\"total\":2,\"next\":null}"));
    }
}
