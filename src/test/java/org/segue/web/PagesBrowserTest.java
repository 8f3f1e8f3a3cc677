package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** Journeys through the pages as a person makes them, on a household with a model. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class PagesBrowserTest {

    private static final double PATIENCE_MILLIS = Duration.ofMinutes(2).toMillis();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI home;

    @Inject
    Household household;

    private static @Nullable BrowserSession session;

    @BeforeAll
    static void openBrowser() {
        session = BrowserSession.openOrSkip();
    }

    @AfterAll
    static void closeBrowser() {
        if (session != null) {
            session.close();
        }
    }

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @AfterEach
    void nothingToComplainAbout() {
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void verdict_changesTheListAtOnce_andCanBeUndone() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann5&n=3");
        Locator titles = page.locator(".song .title");
        String best = titles.first().innerText();

        page.locator(".song").first().getByText("Never again").click();

        assertThat(page.locator("#toast")).containsText("Never again: " + best);
        assertThat(titles.first()).not().hasText(best);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(titles.first()).hasText(best);
    }

    @Test
    void verdict_ofSomebodyWhoIsNotSignedIn_saysWhere() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        page.locator(".song").first().getByText("Never again").click();

        page.locator("#toast a").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("401"));
    }

    @Test
    void reason_ignored_isLeftOutUntilItIsCountedAgain() {
        Page page = open(Screen.PHONE, "?user=ann5&n=3");
        Locator reason = page.locator(".because cite").first();
        String ignored = reason.innerText();

        page.locator(".ignore").first().click();

        assertThat(page.locator(".results-head .picked")).containsText(ignored);
        assertThat(page.locator(".because").first()).not().containsText(ignored);
        page.locator(".results-head .picked a").click();
        assertThat(page.locator(".results-head .picked")).hasCount(0);
        assertThat(reason).hasText(ignored);
    }

    @Test
    void seeds_withoutAListener_bringSongsLikeThem() {
        Page page = open(Screen.DESKTOP, "");
        Locator search = page.locator("#seed-search");
        search.pressSequentially("b two");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.locator("#picked li")).hasCount(1);
        assertThat(search).hasValue("");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recommend"))
                .click();

        assertThat(page.locator("#results h2")).hasText("10 songs like these");
        assertThat(page.locator(".song .title").first()).containsText("B ");
        assertThat(page).hasURL(Pattern.compile("seed=b2"));
        page.locator("#adventure").fill("1");
        assertThat(page).hasURL(Pattern.compile("adventure=1"));
        page.reload();
        assertThat(page.locator("#picked li")).hasCount(1);
        assertThat(page.locator("#adventure")).hasValue("1");
    }

    @Test
    void song_likeThis_leadsToItsPage_andAWayToAnother() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        String title = page.locator(".song .title").first().innerText();
        page.locator(".song").first().getByText("Like this").click();

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("#likes + .list li")).hasCount(12);
        assertThat(page.locator("#players li").first()).containsText(Pattern.compile("ann|tim"));
        page.getByLabel("Where to?").pressSequentially("b three four");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("B three four"))
                .click();
        assertThat(page.locator(".way li").last()).containsText("B three four");
        page.locator(".head .lead a").click();
        assertThat(page.locator("h1")).containsText("Artist a");
        assertThat(page.locator("h2").last()).hasText("Most like them");
    }

    @Test
    void person_isShownWithTheirListens_andOneCanBeDeleted() {
        Page page = openSignedIn(Screen.PHONE, "?user=tim&n=3");
        page.getByText("Their listening").click();

        assertThat(page.locator("h1")).hasText("tim");
        assertThat(page.locator("#facts-of-person")).containsText("4 listens");
        assertThat(page.locator("#top-artists li")).hasCount(4);
        assertThat(page.locator(".bars rect[height='100']")).hasCount(4);
        page.getByText("As a table").click();
        assertThat(page.locator(".chart tbody tr").first()).hasText(Pattern.compile("\\d{4}-\\d{2}\\s*1"));
        assertThat(page.locator("#listens li")).hasCount(4);
        assertThat(page.locator("#verdicts")).containsText("Nothing yet.");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        // Other tests ask about the same listens: this one goes no further than the page.
        page.route(Pattern.compile("/listens/"), route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.locator("#listens li").last().locator("button").click();
        assertThat(page.locator("#listens li")).hasCount(3);
    }

    @Test
    void person_listsOfNow_unfold_andCanBeTakenAlong() {
        Page page = open(Screen.PHONE, "people/ann8");
        Locator daily = page.locator(".playlist").first();
        assertThat(page.locator(".playlist")).hasCount(3);
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
    void answer_isTakenAlong_afterTheListHasChanged() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        page.locator("#n").fill("5");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recommend"))
                .click();
        assertThat(page.locator(".song")).hasCount(5);

        Download file = page.waitForDownload(
                () -> page.locator(".files").getByText("CSV").click());
        assertThat(file.url()).contains("n=5");
        assertThat(file.suggestedFilename()).isEqualTo("Songs for ann5.csv");
    }

    @Test
    void page_thatIsNotThere_saysSo() {
        Page page = browser().page(Screen.PHONE, ColorScheme.LIGHT);
        assertThat(page.navigate(home + "songs/nope").status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Not here");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("404"));
    }

    @Test
    void map_isDrawnAndListed() {
        Page page = open(Screen.DESKTOP, "map");
        assertThat(page.locator("#map-list details").first()).isVisible();
        assertThat(page.evaluate("""
                () => {
                  const canvas = document.getElementById('map');
                  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  return pixels.some((value) => value > 0);
                }""")).isEqualTo(true);
        page.getByLabel("Find on the map").fill("b one one");
        assertThat(page.locator("#map-tip a")).containsText("B one one");
        page.locator("#map").focus();
        page.keyboard().press("+");
        page.locator("#map-tip a").click();
        assertThat(page.locator("h1")).hasText("B one one");
    }

    @Test
    void map_ofAPerson_showsTheirSongs_atAnAddressThatCanBeShared() {
        Page page = open(Screen.PHONE, "people/tim");
        page.getByText("Their songs on the map").click();
        assertThat(page.locator("#map-heard")).containsText("the 4 songs here");
        assertThat(page.locator("#map-list .tag")).hasCount(4);
        BrowserSession.screenshot(page, "map-person");
        assertThat(BrowserSession.barriers(page)).isEmpty();

        page.getByLabel("Whose songs to show").fill("");
        page.getByLabel("Whose songs to show").pressSequentially("bob3");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.locator("#map-heard")).not().containsText("the 4 songs");
        assertThat(page).hasURL(Pattern.compile("map\\?user=bob3"));
        page.reload();
        assertThat(page.getByLabel("Whose songs to show")).hasValue("bob3");
        assertThat(page.locator("#map-heard")).containsText("In colour");
    }

    @Test
    void imports_fileChosen_isLookedAtImportedReportedAndUndone() {
        Page page = openSignedIn(Screen.PHONE, "imports");
        Locator look = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look inside"));
        look.click();
        assertThat(page.locator("#import-problem")).hasText("Choose at least one file.");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "mine.csv",
                        "text/csv",
                        "user,song,plays\npage-user,page-song,3\npage-user,,2\n".getBytes(StandardCharsets.UTF_8)));
        page.getByText("More").click();
        page.getByLabel("Where are they from?").fill("my-page");
        look.click();
        assertThat(page.locator("#preview")).containsText("1 rows could not be used");
        assertThat(page.locator("#preview-rows tr")).hasCount(1);
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "imports-preview");
        page.locator("#preview-import").click();

        Locator first = page.locator(".import").first();
        assertThat(first).containsText("my-page");
        assertThat(first).containsText("completed", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(first).containsText("1 new interactions");
        first.getByText("1 rows could not be used").click();
        assertThat(first).containsText("line 3: no song");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "imports-report");
        first.getByText("Undo").click();
        assertThat(first).containsText("undone");
    }

    @Test
    void models_train_isFollowedToAModelThatCanAnswer() {
        Page page = openSignedIn(Screen.DESKTOP, "models");
        page.getByText("Hyperparameters").click();
        page.getByLabel("Dimension").fill("8");
        page.getByLabel("Epochs").fill("2000");
        page.getByLabel("Search").selectOption("false");
        BrowserSession.screenshot(page, "models-form");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Train"))
                .click();

        assertThat(page.locator("#jobs h2")).containsText("Training");
        assertThat(page.locator(".lines .line")).hasAttribute("d", Pattern.compile("M0\\.0 0\\.0L.*"));
        BrowserSession.screenshot(page, "models-training");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        assertThat(page.locator(".model")).hasCount(1, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".model")).containsText("d 8");
        assertThat(page.locator(".model")).containsText("answers");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "models-trained");
    }

    @Test
    void tokens_madeForAPerson_isShownOnce_andCanBeRevoked() {
        Page page = openSignedIn(Screen.PHONE, "tokens");
        Locator make = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the token"));
        make.click();
        assertThat(page.locator("#token-problem")).hasText("Name the listener whose token it shall be.");
        page.getByLabel("For whom?").pressSequentially("ann7");
        page.getByRole(AriaRole.OPTION).first().click();
        page.getByLabel("What for?").fill("Kitchen <radio>");
        make.click();

        assertThat(page.locator("#made-for")).hasText("The token of ann7");
        assertThat(page.locator("#secret")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy"))
                .click();
        assertThat(page.locator("#toast")).containsText("Copied.");
        String own = home.toString().replaceAll("/$", "");
        assertThat(page.locator(".players code").first()).hasText("ND_LISTENBRAINZ_BASEURL=" + own + "/1/");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "tokens-made");
        Locator given = page.locator("#token-list li", new Page.LocatorOptions().setHasText("Kitchen <radio>"));
        page.reload();
        assertThat(page.locator("#made")).isHidden();
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        given.getByText("Revoke").click();
        assertThat(asked)
                .containsExactly(
                        "Revoke the token of ann7 (Kitchen <radio>)? What uses it will be refused from now on.");
        assertThat(given).hasCount(1);
        page.onceDialog(Dialog::accept);
        given.getByText("Revoke").click();
        assertThat(given).hasCount(0);
    }

    @Test
    void tokens_ofSomebodyWhoIsNotSignedIn_saysWhere() {
        Page page = open(Screen.PHONE, "people/tim");
        page.getByText("A token for a player").click();

        assertThat(page.locator(".notice")).containsText("Tokens are the administrator's");
        assertThat(page.locator("#token-form")).hasCount(0);
        page.locator(".notice a").click();
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(home.toString());
        page.navigate(home + "sign-in");
        page.getByText("Tokens for players").click();
        assertThat(page.locator("#token-form")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "PHONE, DARK", "DESKTOP, LIGHT", "DESKTOP, DARK"})
    void everyPage_hasNoBarriersAndFitsTheScreen(Screen screen, ColorScheme colors) {
        Page page = browser().page(screen, colors);
        for (String address : List.of(
                "?user=ann5&ignore=a11",
                "songs/a11?to=b11",
                "artists/artist-a1",
                "people/tim",
                "playlist/" + RestAssured.get("/api/playlists?user=ann9").path("items[2].id"),
                "map",
                "imports",
                "models",
                "tokens")) {
            page.navigate(home + address);
            String shown = address.startsWith("playlist") ? "playlist" : address.replaceAll("\\W+", "-");
            String name = "%s-%s-%s".formatted(shown, screen, colors);
            BrowserSession.screenshot(page, "page-" + name);
            assertThat(BrowserSession.barriers(page)).as(name).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits", name)
                    .isEqualTo(true);
        }
    }

    private Page openSignedIn(Screen screen, String address) {
        Page page = open(screen, "sign-in");
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page).hasURL(home.toString());
        page.navigate(home + address);
        return page;
    }

    private Page open(Screen screen, String address) {
        Page page = browser().page(screen, ColorScheme.LIGHT);
        page.navigate(home + address);
        return page;
    }

    private static BrowserSession browser() {
        return requireNonNull(session);
    }
}
