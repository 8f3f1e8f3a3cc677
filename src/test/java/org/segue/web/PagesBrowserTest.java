package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** Journeys through the pages of songs, artists and people, and over the map. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class PagesBrowserTest extends HouseholdBrowser {

    @Test
    void song_likeThis_leadsToItsPage_andAWayToAnother() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        String title = page.locator(".song .title").first().innerText();
        page.locator(".song .title a").first().click();

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("#likes + .list li")).hasCount(12);
        assertThat(page.locator("#players li").first()).containsText(Pattern.compile("ann|tim"));
        page.getByLabel("Target song").pressSequentially("b three four");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("B three four"))
                .click();
        assertThat(page.locator(".way li").last()).containsText("B three four");
        page.locator(".head .lead a").click();
        assertThat(page.locator("h1")).containsText("Artist a");
        assertThat(page.locator("h2").last()).hasText("Similar artists");
    }

    @Test
    void person_isShownWithTheirListens_andOneCanBeDeleted() {
        Page page = openSignedIn(Screen.PHONE, "?user=tim&n=3");
        page.getByText("Listening history").click();

        assertThat(page.locator("h1")).hasText("tim");
        assertThat(page.locator("#facts-of-person")).containsText("4 plays");
        assertThat(page.locator("#top-artists li")).hasCount(4);
        assertThat(page.locator("#top-songs li").first()).containsText(Pattern.compile("1A .* two"));
        assertThat(page.locator(".bars rect[height='100']")).hasCount(4);
        page.getByText("Show as a table").click();
        assertThat(page.locator(".chart tbody tr").first()).hasText(Pattern.compile("\\d{4}-\\d{2}\\s*1"));
        assertThat(page.locator("#listens li")).hasCount(4);
        assertThat(page.locator("#verdicts")).containsText("No feedback yet.");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        // Other tests ask about the same listens: this one goes no further than the page.
        String shown = page.content();
        page.route(
                Pattern.compile("/tim/listens$"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(shown)));
        page.locator("#listens li").last().locator("button").click();
        assertThat(page.locator("#listens li")).hasCount(3);
        assertThat(page.locator("#last")).isFocused();
    }

    @Test
    void person_times_areThoseOfWhoLooks_andWithoutScriptUtc() {
        Page plain = browser().pageWithoutScript(Screen.PHONE);
        plain.navigate(home + "people/tim");
        Instant newest = Instant.parse(plain.locator("#listens time").first().getAttribute("datetime"));
        assertThat(plain.locator("#listens time").first()).hasText(minute(newest, ZoneOffset.UTC));
        assertThat(plain.locator("#more")).hasText("Times are UTC.");

        Page page = open(Screen.PHONE, "sign-in");
        JsonObject nepal = new JsonObject();
        nepal.addProperty("timezoneId", "Asia/Kathmandu");
        page.context().newCDPSession(page).send("Emulation.setTimezoneOverride", nepal);
        page.navigate(home + "people/tim");
        assertThat(page.locator("#listens time").first()).hasText(minute(newest, ZoneOffset.ofHoursMinutes(5, 45)));
        assertThat(page.locator("#more")).isEmpty();
    }

    private static String minute(Instant moment, ZoneOffset place) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).format(moment.atOffset(place));
    }

    @Test
    void person_verdict_isTakenBack() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann10&n=3");
        String best = page.locator(".song .title").first().innerText();
        page.locator(".song [data-verdict=love]").first().click();
        assertThat(page.locator(".song .said")).containsText(best);
        page.getByText("Listening history").click();

        assertThat(page.locator("#verdicts li")).containsText(new String[] {best});
        page.getByLabel("Delete feedback: " + best).click();
        assertThat(page.locator("#verdicts li")).containsText(new String[] {"Feedback deleted."});
        assertThat(page.locator("#verdicts button")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Delete feedback: " + best)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#verdicts")).containsText("Feedback deleted.");
        page.reload();
        assertThat(page.locator("#verdicts")).containsText("No feedback yet.");
        assertThat(BrowserSession.barriers(page)).isEmpty();
    }

    @Test
    void person_withoutScript_isToldInFull() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home + "people/tim");

        assertThat(page.locator("#facts-of-person")).containsText("4 plays");
        assertThat(page.locator("#top-artists li")).hasCount(4);
        assertThat(page.locator("#listens li")).hasCount(4);
        assertThat(page.locator("#aliases")).containsText("home: tim");
        assertThat(page.locator("main button:visible")).hasCount(0);
    }

    @Test
    void person_withoutScript_canBeMended() {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/ann4/feedback/songs/b11")
                .then()
                .statusCode(204);
        Page page = openSignedInWithoutScript(Screen.PHONE, "people/ann4");
        page.getByLabel("Delete feedback: B one one").click();
        assertThat(page).hasURL(home + "people/ann4?song=b11&verdict=love");
        page.getByText("Undo").click();
        assertThat(page).hasURL(home + "people/ann4");
        page.getByLabel("Delete feedback: B one one").click();
        assertThat(page.locator("#verdicts")).containsText("No feedback yet.");

        page.getByText("Administration").click();
        page.locator("#other").fill("Nobody <b>");
        page.getByText("Compare both").click();
        assertThat(page.locator("#other-problem")).containsText("No listener named Nobody <b>");
        assertThat(page.locator("#other")).hasValue("Nobody <b>");
        assertThat(page.locator("#other")).isFocused();
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.masthead')).display"))
                .isEqualTo("flex");
    }

    @Test
    void song_isJudgedFor_whoeverIsNamed() {
        Page page = openSignedIn(Screen.PHONE, "songs/b12");
        page.locator("#judge").pressSequentially("ann3");
        page.getByRole(AriaRole.OPTION).first().click();
        page.evaluate("window.stayed = true");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Don’t recommend"))
                .click();
        assertThat(page.locator("#verdict-said")).containsText("Don’t recommend: B one two for ann3");
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        page.locator("#judge").fill("nobody at all");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Love"))
                .click();
        assertThat(page.locator("#verdict-problem")).containsText("No listener named nobody at all");
        assertThat(page.locator("#judge")).isFocused();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "song-judged");

        page.locator("#judge").fill("ann3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Love"))
                .click();
        page.locator("#verdict-said a").click();
        page.getByLabel("Delete feedback: B one two").click();
        assertThat(page.locator("#verdicts")).containsText("Feedback deleted.");
        page.getByText("Undo").click();
        assertThat(page.getByLabel("Delete feedback: B one two")).hasCount(1);
        page.getByLabel("Delete feedback: B one two").click();
    }

    @Test
    void person_listsOfNow_unfold_andCanBeTakenAlong() {
        Page page = open(Screen.PHONE, "people/ann8");
        Locator daily = page.locator(".playlist").first();
        assertThat(page.locator(".playlist")).hasCount(4);
        assertThat(daily.locator(".tracks")).isHidden();
        daily.locator("summary").click();

        assertThat(daily.locator(".tracks li").first()).isVisible();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "person-list");
        Download file = page.waitForDownload(() -> daily.getByText("M3U8").click());
        assertThat(file.suggestedFilename()).startsWith("Daily jams for ann8").endsWith(".m3u8");
        daily.locator(".tracks a").first().click();
        assertThat(page.locator("h1")).containsText("A ");
    }

    @Test
    void search_byKeyboardAlone_leadsToASong() {
        Page page = open(Screen.DESKTOP, "");
        tabUntil(page, "document.activeElement.innerText == 'Search'");
        page.keyboard().press("Enter");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("b three f");
        page.keyboard().press("Enter");
        assertThat(page.locator("#songs")).isVisible();
        assertThat(page.locator("nav [aria-current]")).hasText("Search");
        assertThat(page.locator("#q")).hasValue("b three f");
        tabUntil(page, "document.activeElement.innerText == 'B three four'");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("B three four");
    }

    @Test
    void artist_leadsToWhoPlaysThem_andToSongsFromHere() {
        Page page = open(Screen.PHONE, "artists/artist-b2");
        assertThat(page.locator("#players li")).hasCount(12);
        assertThat(page.locator("#players li").first()).containsText(Pattern.compile("bob\\d+"));
        page.getByText("Recommend from this artist").click();
        assertThat(page.locator("#picked li")).hasCount(4);
        assertThat(page.locator(".song")).hasCount(10);
        page.goBack();
        String most = page.locator("#players a").first().innerText();
        page.locator("#players a").first().click();
        assertThat(page.locator("h1")).hasText(most);
    }

    @Test
    void page_thatIsNotThere_saysSo() {
        Page page = browser().page(Screen.PHONE, ColorScheme.LIGHT);
        assertThat(page.navigate(home + "songs/nope").status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Page not found");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    @Test
    void map_ofAPerson_showsTheirSongs_atAnAddressThatCanBeShared() {
        Page page = open(Screen.PHONE, "people/tim");
        page.getByText("tim’s songs on the map").click();
        assertThat(page.locator("#map-legend")).containsText("Songs played: 4");
        assertThat(page.locator("#map-list .tag", new Page.LocatorOptions().setHasText("played")))
                .hasCount(4);
        BrowserSession.screenshot(page, "map-person");
        assertThat(BrowserSession.barriers(page)).isEmpty();

        page.getByLabel("Show a listener’s songs").fill("");
        page.getByLabel("Show a listener’s songs").pressSequentially("bob3");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.locator("#map-legend")).not().containsText("Songs played: 4");
        assertThat(page).hasURL(Pattern.compile("map\\?user=bob3"));
        page.reload();
        assertThat(page.getByLabel("Show a listener’s songs")).hasValue("bob3");
        assertThat(page.locator("#map-legend")).containsText("Songs played");
    }

    @Test
    void map_withoutScript_isAList() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home + "map?user=tim");
        assertThat(page.locator("canvas")).isHidden();
        page.locator("noscript a").click(); // texts of it are none to Playwright

        assertThat(page).hasURL(home + "map?list=1&user=tim");
        assertThat(page.locator("#map-list .tag")).hasCount(4);
        Locator group = page.locator("#map-list details").first();
        group.locator("summary").click();
        Locator song = group.locator("a").first();
        String title = song.textContent();
        song.click();
        assertThat(page).hasURL(Pattern.compile(".*/songs/.*"));
        assertThat(title).startsWith(page.locator("h1").textContent());
    }

    static Stream<String> everyPage() {
        return Stream.of(
                "?user=ann5&ignore=a11",
                "?user=ann5&user=bob3",
                "songs/a11?to=b11",
                "artists/artist-a1",
                "search",
                "search?q=a",
                "search?q=nope-nothing",
                "people/tim",
                "playlist/",
                "map",
                "imports",
                "models",
                "tokens",
                "sign-in");
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPage_hasNoBarriersAndFitsTheScreen(String address) {
        Page page = openSignedIn(Screen.DESKTOP, ofSomeList(address));
        requireAccessibleOnEveryScreen(page, address.replaceAll("\\W+", "-"));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPage_isUsedByKeyboardAlone(String address) {
        Page page = openSignedIn(Screen.PHONE, ofSomeList(address));
        page.locator("#map-list, #results, .head").first().waitFor();
        requireEverythingReachedByKeyboard(page, address);
    }

    private static String ofSomeList(String address) {
        return address.equals("playlist/")
                ? address + RestAssured.get("/api/playlists?user=ann9").path("items[2].id")
                : address;
    }
}
