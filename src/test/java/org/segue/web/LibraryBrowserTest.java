package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;
import org.segue.testsupport.KeyboardVisitor;

/** The pages of libraries: connected by keyboard, synced, looked through, removed. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class LibraryBrowserTest extends HouseholdBrowser {

    private static final int NARROW = 320;
    private static final Pattern OWN_ADDRESS = Pattern.compile("href=\"\\./library/(\\d+)\"");
    private static final double PATIENCE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final FakeSubsonic server = new FakeSubsonic(Dialect.NAVIDROME);
    private final FakeLibrary.Account account = server.library().account("ann", "annpass1");

    @BeforeEach
    void fill() {
        List<FakeSong> songs = new ArrayList<>(FakeLibrary.many(80));
        songs.add(FakeLibrary.song("near", "Artist a1", "A one onee", "First <b>album</b>"));
        songs.add(FakeLibrary.song("long", "Ä".repeat(60), "W".repeat(120), "X".repeat(90)));
        server.library().songs(songs);
        account.stars.put(songs.get(0).id(), Instant.now());
    }

    @AfterEach
    void removeAll() {
        String shown = RestAssured.given().accept("text/html").get("/library").asString();
        OWN_ADDRESS
                .matcher(shown)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(id -> Forms.send("/library/" + id + "/remove", Map.of()));
        server.close();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    /** Connects the server, and waits until its songs are there. */
    private void connect(Page page) {
        page.getByLabel("Address of the server").fill(server.address().toString());
        page.getByLabel("Whose account is it?").selectOption("ann5");
        page.getByLabel("User name on the server").fill("ann");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("annpass1");
        button(page, "Connect and sync").click();
        assertThat(page.locator("#sync")).containsText("82 songs on the server", soon());
    }

    @Test
    void server_isConnectedByKeyboard_wrongPasswordsAreSaidAtTheField() {
        Page page = openSignedIn(Screen.DESKTOP, "library");
        requireEverythingReachedByKeyboard(page, "library");
        requireAccessibleOnEveryScreen(page, "library-empty");
        BrowserSession.show(page, Screen.DESKTOP, com.microsoft.playwright.options.ColorScheme.LIGHT);
        KeyboardVisitor visitor = new KeyboardVisitor(page);
        visitor.type(page.getByLabel("Address of the server"), server.address().toString());
        visitor.type(page.getByLabel("User name on the server"), "ann");
        visitor.send(page.locator("#connect-password"), "wrong");

        assertThat(page.locator("#connect-password-problem")).not().isEmpty();
        assertThat(page.locator("#connect-password")).isFocused();
        assertThat(page.locator("#connect-password")).hasValue("");
        assertThat(page.getByLabel("Address of the server"))
                .hasValue(server.address().toString());
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "library-wrong");
        visitor.send(page.locator("#connect-password"), "annpass1");
        assertThat(page.locator("h1")).hasText("Navidrome");
        assertThat(page.locator("#sync")).containsText("82 songs on the server", soon());
        assertThat(page.locator("#sync")).containsText("1 star, rating or play count updated");
        requireEverythingReachedByKeyboard(page, "library of one");
    }

    @Test
    void library_isReadableOnEveryScreen_downTo320Pixels() {
        Page page = openSignedIn(Screen.DESKTOP, "library");
        connect(page);
        requireAccessibleOnEveryScreen(page, "library-one");
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        requireAccessibleOnEveryScreen(page, "library-one-open");
        requireNarrow(page, "library-narrow");
        page.navigate(home + "library");
        assertThat(page.locator("#libraries li")).containsText("82 songs");
        requireAccessibleOnEveryScreen(page, "library-list");
        requireNarrow(page, "library-list-narrow");
    }

    private static void requireNarrow(Page page, String what) {
        page.setViewportSize(NARROW, 700);
        BrowserSession.screenshot(page, what);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", what)
                .isEqualTo(true);
        assertThat(BrowserSession.barriers(page)).isEmpty();
    }

    @Test
    void songsThatMatchNothing_areLookedThrough_inPages() {
        Page page = openSignedIn(Screen.PHONE, "library");
        connect(page);
        page.locator("#unmatched summary").click();
        Locator near = page.locator("#unmatched > ul > li").first();
        assertThat(near).containsText("A one onee");
        assertThat(near).containsText("First <b>album</b>");
        button(page, "A one onee is A one one: same song").click();

        assertThat(page.locator("#songs")).isFocused();
        assertThat(page.locator(".numbers")).containsText("Matched by hand");
        assertThat(page.locator("#unmatched")).hasAttribute("open", "");
        page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#unmatched nav")).containsText("26–50 of 81");
        assertThat(BrowserSession.barriers(page)).isEmpty();
    }

    @Test
    void serverThatLostItsSongs_asks_andForgetsWhenTold() {
        Page page = openSignedIn(Screen.DESKTOP, "library");
        connect(page);
        server.library().songs(FakeLibrary.many(10));
        button(page, "Sync now").click();
        assertThat(page.locator("#sync [role=alert]"))
                .containsText("72 of 82 songs are no longer on the server.", soon());
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "library-question");
        button(page, "Yes, forget 72 songs").click();

        assertThat(page.locator("#sync")).containsText("72 gone", soon());
        assertThat(page.locator("#sync [role=alert]")).hasCount(0);
    }

    @Test
    void token_isShownOnce_copied_andLibraryRemoved() {
        Page page = openSignedIn(Screen.PHONE, "library");
        connect(page);
        button(page, "Create a token for mixes").click();
        assertThat(page.locator("#secret")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        button(page, "Copy").click();
        assertThat(page.locator("#toast")).containsText("Copied.");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);
        page.onceDialog(Dialog::accept);
        button(page, "Revoke the token").click();
        assertThat(button(page, "Create a token for mixes")).isVisible();

        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.accept();
        });
        BrowserSession.follow(page, button(page, "Remove this library")::click);
        assertThat(page).hasURL(home + "library");
        assertThat(asked.get(0)).startsWith("Remove Navidrome? Its accounts, matches and token are removed");
        assertThat(page.locator("#libraries li")).hasCount(0);
    }

    @Test
    void withoutScript_everythingIsThere() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "library");
        page.getByLabel("Address of the server").fill(server.address().toString());
        page.getByLabel("User name on the server").fill("ann");
        page.locator("#connect-password").fill("annpass1");
        BrowserSession.follow(page, button(page, "Connect and sync")::click);
        BrowserSession.reloadUntil(page, () -> page.locator("#sync").innerText().contains("82 songs on the server"));
        page.locator("#logins summary").click();
        page.getByLabel("Songs loved in Segue get a star on the server").check();
        BrowserSession.follow(
                page, page.locator("#logins").getByText("Save", new Locator.GetByTextOptions().setExact(true))::click);
        BrowserSession.reloadUntil(
                page, () -> page.locator("#sync button").innerText().equals("Sync now"));
        page.locator("#logins summary").click();
        assertThat(page.getByLabel("Songs loved in Segue get a star on the server"))
                .isChecked();
        BrowserSession.follow(
                page,
                page.locator("#logins").getByText("Remove", new Locator.GetByTextOptions().setExact(true))::click);
        assertThat(page.locator("#logins")).containsText("No account yet.");
    }
}
