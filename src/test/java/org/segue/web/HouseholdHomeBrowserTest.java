package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** What a person asks the home page: for whom, songs to start from, one list for several, a file or playlist to keep. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class HouseholdHomeBrowserTest extends HouseholdBrowser {

    @Test
    void signIn_underANameOfTheHome_works_withoutScriptToo() {
        for (Page page : List.of(
                browser().page(Screen.PHONE, ColorScheme.LIGHT), browser().pageWithoutScript(Screen.PHONE))) {
            page.navigate("http://nas:" + home.getPort() + "/sign-in");
            page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            assertThat(page).hasURL("http://nas:" + home.getPort() + "/");
            assertThat(page.locator(".who summary")).hasText("Administrator");
        }
    }

    @Test
    void header_saysWhoIsSignedIn() {
        assertThat(open(Screen.PHONE, "map").locator(".identity a")).hasText("Sign in");

        Page page = openSignedIn(Screen.PHONE, "map");
        assertThat(page.locator(".who summary")).hasText("Administrator");
        page.locator(".who summary").click();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.locator(".who").getByText("Sign out").click();
        assertThat(page).hasURL(home.toString());
        assertThat(page.locator(".identity a")).hasText("Sign in");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void blend_ofTwo_isAskedForTyping_sharedByItsAddress_andSaysWhoseTheSongsAre() {
        Page page = openSignedIn(Screen.PHONE, "");
        Locator user = page.locator("#user");
        user.fill("ann5");
        page.getByText("Add another listener").click();
        assertThat(page.locator("#listeners li")).hasText("ann5×");
        assertThat(user).isFocused();
        user.pressSequentially("bob3");
        page.locator(".suggestions [role=option]").first().click();
        user.press("Enter");

        assertThat(page.locator("#results h2")).hasText("10 songs for ann5 and bob3");
        assertThat(page).hasURL(home + "?user=ann5&user=bob3&n=10");
        assertThat(page.locator(".because").first()).containsText(Pattern.compile("(ann5|bob3) plays [AB] "));
        assertThat(page.locator("a.person")).hasText(new String[] {"ann5", "bob3"});
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "home-blend");
        page.reload();
        assertThat(page.locator(".song")).hasCount(10);
        page.locator("#fold > summary").click();
        assertThat(page.locator("#listeners li")).hasText(new String[] {"ann5×", "bob3×"});
        BrowserSession.screenshot(page, "home-blend-form");

        page.getByLabel("Remove bob3").click();
        assertThat(page.locator("#results h2")).hasText("10 songs for ann5");
        assertThat(page.locator("#listeners li")).hasCount(0);
        assertThat(user).hasValue("ann5");
        assertThat(page.locator(".because").first()).containsText("ann5 plays");
    }

    @Test
    void blend_withoutScript_hasAFieldForOneMore_andChips() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home + "?user=ann5&n=3");
        page.locator("#fold > summary").click();
        page.getByLabel("Add another listener").fill("bob3");
        page.locator("#go").click();

        assertThat(page.locator("#results h2")).hasText("3 songs for ann5 and bob3");
        page.locator("#fold > summary").click();
        BrowserSession.follow(page, page.getByLabel("Remove ann5")::click);
        assertThat(page.locator("#results h2")).hasText("3 songs for bob3");
    }

    @Test
    void listener_whoseIdIsAnother_isCalledByTheirName() {
        String id = Asking.made("Zoë Ünal").getString("user");
        assertThat(id).isNotEqualTo("Zoë Ünal");
        Page page = open(Screen.PHONE, "");
        Locator user = page.locator("#user");
        user.pressSequentially("zoe");
        page.locator(".suggestions [role=option]").first().click();
        assertThat(user).hasValue("Zoë Ünal");
        user.press("Enter");
        assertThat(page.locator("#songs")).hasText("10 popular songs for Zoë Ünal");

        page.locator("#fold > summary").click();
        user.fill("zoë ünal");
        user.press("Enter");
        assertThat(user).hasValue("Zoë Ünal");
        page.navigate(home + "?user=" + id);
        assertThat(user).hasValue("Zoë Ünal");
        assertThat(page.locator("#songs")).hasText("10 popular songs for Zoë Ünal");
        assertThat(page.locator(".files a").first()).hasAttribute("href", Pattern.compile("user=segue"));
        page.navigate(home + "map?user=" + id);
        assertThat(page.locator("#map-user")).hasValue("Zoë Ünal");
    }

    @Test
    void answer_isSavedAsAPlaylist_withoutScriptToo() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "?user=ann5&n=3");
        List<String> titles = page.locator(".song .title").allInnerTexts();
        page.locator(".save > summary").click();
        page.getByLabel("Name of the playlist").fill("Sunday");
        BrowserSession.follow(page, page.locator(".save form button")::click);

        assertThat(page.locator("h1")).hasText("Sunday");
        assertThat(page.locator("main")).containsText(titles.get(2));
    }

    @Test
    void known_songs_areASwitchAway() {
        Page page = open(Screen.PHONE, "?user=ann5&n=3");
        page.locator(".tabs a").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("mode=rediscover"));
        assertThat(page.locator(".tabs [aria-current]")).hasText("Rediscover");
        assertThat(page.locator(".tabs [aria-current]")).isFocused();
    }

    @Test
    void listener_misspelled_isNotAnswered_andWhoMayBeMeantIsALink() {
        Page page = open(Screen.PHONE, "");
        page.locator("#user").fill("ann5x");
        page.locator("#user").press("Enter");
        assertThat(page.locator("#user-problem")).containsText("No listener is named “ann5x”.");
        assertThat(page.locator("#user")).isFocused();
        BrowserSession.screenshot(page, "home-unknown");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.locator("#user-problem a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^ann5$")))
                .click();
        assertThat(page.locator("#results h2")).hasText("10 songs for ann5");
    }

    @Test
    void server_away_isSaidInPlace_andWhatWasTypedStays() {
        Page page = open(Screen.PHONE, "");
        page.locator("#user").fill("ann5");
        page.context().setOffline(true);
        page.locator("#user").press("Enter");
        assertThat(page.locator("#failure")).isVisible();
        assertThat(page.locator("#user")).hasValue("ann5");
        assertThat(page.locator("#go")).hasText("Get recommendations");
        page.context().setOffline(false);
        page.locator("#failure a").click();
        assertThat(page.locator(".song")).hasCount(10);
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void listener_whoSignsIn_isShownTheirOwnList() {
        String token = Asking.made("Yuki Own").getString("token");
        household.moveIn();
        Page page = open(Screen.PHONE, "sign-in");
        page.getByLabel("Token").fill(token);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page).hasURL(home.toString());
        assertThat(page.locator("#results h2")).containsText("Yuki Own");
        assertThat(page.locator("#examples a")).hasCount(0);
    }

    @Test
    void seeds_withoutAListener_bringSongsLikeThem() {
        Page page = open(Screen.DESKTOP, "");
        Locator search = page.locator("#seed-search");
        search.pressSequentially("b two");
        page.locator(".suggestions [role=option]").first().click();
        assertThat(page.locator("#picked li")).hasCount(1);
        assertThat(search).hasValue("");
        page.locator("#go").click();

        assertThat(page.locator("#results h2")).hasText("10 songs similar to your picks");
        assertThat(page.locator(".song .title").first()).containsText("B ");
        assertThat(page.locator(".because").first()).containsText("you picked B two");
        assertThat(page).hasURL(Pattern.compile("seed=b2"));
        page.locator("#fold > summary").click();
        page.locator("#adventure").fill("1");
        assertThat(page.locator("#adventure")).hasAttribute("aria-valuetext", "100% adventurous");
        assertThat(page).hasURL(Pattern.compile("adventure=1"));
        assertThat(page.locator("#adventure")).isVisible();
        page.reload();
        assertThat(page.locator("#picked li")).hasCount(1);
        assertThat(page.locator("#adventure")).hasValue("1");
    }

    @Test
    void seeds_typedAndNotChosen_meanTheBestMatch() {
        Page page = open(Screen.DESKTOP, "");
        Locator search = page.locator("#seed-search");
        search.fill("no such song");
        search.press("Enter");
        assertThat(page.locator("#seed-search-problem")).hasText("No song matches “no such song”.");
        assertThat(search).hasValue("no such song");
        assertThat(search).isFocused();
        assertThat(BrowserSession.barriers(page)).isEmpty();

        search.fill("b two two");
        search.press("Enter");
        assertThat(page.locator("#picked li")).hasText("B two two×");
        assertThat(search).hasValue("");
        assertThat(page.locator("#seed-search-problem")).isEmpty();
        assertThat(page.locator("#results h2")).hasText("10 songs similar to your picks");
    }

    @Test
    void seeds_withoutScript_areTypedOneByOne() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home.toString());
        for (String song : List.of("b two two", "b three three")) {
            BrowserSession.follow(page, () -> ask(page, song));
        }

        assertThat(page.locator("#picked li")).hasText(new String[] {"B two two×", "B three three×"});
        assertThat(page.locator("#seed-search")).hasValue("");
        assertThat(page.locator(".song .title").first()).containsText("B ");
        BrowserSession.screenshot(page, "home-seeds-without-script");
        page.locator("#fold > summary").click();
        BrowserSession.follow(page, page.locator("#picked a").first()::click);
        assertThat(page.locator("#picked li")).hasText("B three three×");
    }

    private static void ask(Page page, String song) {
        if (!page.locator("#seed-search").isVisible()) {
            page.locator("#fold > summary").click();
        }
        page.locator("#seed-search").fill(song);
        page.locator("#go").click();
    }

    @Test
    void answer_isTakenAlong_afterTheListHasChanged() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        page.locator("#fold > summary").click();
        page.locator("#n").fill("5");
        page.locator("#go").click();
        assertThat(page.locator(".song")).hasCount(5);
        assertThat(page.locator("#n")).isHidden();
        assertThat(page.locator("#songs")).isFocused();

        page.locator(".download > summary").click();
        Download file = page.waitForDownload(
                () -> page.locator(".files").getByText("CSV").click());
        assertThat(file.url()).contains("n=5");
        assertThat(file.suggestedFilename()).isEqualTo("Songs for ann5.csv");
    }

    @Test
    void keyboardAlone_asksPicksAndJudges() {
        Page page = openSignedIn(Screen.DESKTOP, "");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabUntil(page, "document.activeElement.id == 'user'");
        page.keyboard().type("ann5");
        assertThat(page.locator(".suggestions [role=option]")).hasCount(1);
        assertThat(asked).as("a way within the page asks for nothing").noneMatch(home.toString()::equals);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator(".song")).hasCount(10);
        String best = page.locator(".song .title").first().innerText();
        tabUntil(page, "document.activeElement.dataset.verdict == 'love'");
        page.keyboard().press("Enter");
        assertThat(page.locator(".said")).containsText(best);
        pressUntil(page, "Shift+Tab", "document.activeElement.matches('.undo')");
        page.keyboard().press("Enter");
        assertThat(page.locator(".said")).hasCount(0);
        tabUntil(page, "document.activeElement.closest('#song-6') != null");
        tabUntil(page, "document.activeElement.id == 'more'");
        page.keyboard().press("Enter");
        assertThat(page.locator(".song")).hasCount(20);
        assertThat(page.locator("#song-11 .title a")).isFocused();
    }
}
