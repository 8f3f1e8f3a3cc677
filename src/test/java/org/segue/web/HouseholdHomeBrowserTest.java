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

/** What a person does with an answer: verdicts, reasons, songs to start from, one list for several, a file to take along. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class HouseholdHomeBrowserTest extends HouseholdBrowser {

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
    void signIn_underANameOfTheHome_works_withoutScriptToo() {
        for (Page page : List.of(
                browser().page(Screen.PHONE, ColorScheme.LIGHT), browser().pageWithoutScript(Screen.PHONE))) {
            page.navigate("http://nas:" + home.getPort() + "/sign-in");
            page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            assertThat(page).hasURL("http://nas:" + home.getPort() + "/");
            assertThat(page.locator("footer")).containsText("Sign out");
        }
    }

    @Test
    void footer_saysInOrOut_asItIs() {
        assertThat(open(Screen.PHONE, "map").locator("footer [href$=sign-in]")).hasText("Sign in");

        Page page = openSignedIn(Screen.PHONE, "map");
        page.locator("footer").getByText("Sign out").click();
        assertThat(page.locator("h1")).hasText("Sign out");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page).hasURL(home.toString());
        assertThat(page.locator("footer [href$=sign-in]")).hasText("Sign in");
        assertThat(browser().complaints()).isEmpty();
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
    void blend_ofTwo_isAskedForTyping_sharedByItsAddress_andSaysWhoseTheSongsAre() {
        Page page = openSignedIn(Screen.PHONE, "");
        page.locator("#user").fill("ann5");
        page.getByText("and somebody else").click();
        Locator second = page.getByLabel("Another listener");
        assertThat(second).isFocused();
        page.getByText("and somebody else").click();
        assertThat(second).hasCount(1);
        second.pressSequentially("bob3");
        page.locator(".suggestions [role=option]").first().click();
        assertThat(second).hasValue("bob3");
        second.press("Enter");

        assertThat(page.locator("#results h2")).hasText("10 songs for ann5 and bob3");
        assertThat(page).hasURL(home + "?user=ann5&user=bob3&n=10");
        assertThat(page.locator(".because").first()).containsText(Pattern.compile("(ann5|bob3) plays [AB] "));
        assertThat(page.locator(".person a")).hasText(new String[] {"ann5", "bob3"});
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "home-blend");
        page.reload();
        assertThat(second).hasValue("bob3");
        assertThat(page.locator(".song")).hasCount(10);

        second.fill("");
        second.press("Enter");
        assertThat(page.locator("#results h2")).hasText("10 songs for ann5");
        assertThat(second).hasCount(0);
        assertThat(page.locator(".because").first()).containsText("you play");
    }

    @Test
    void blend_verdict_isOfWhoWasChosen() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann5&user=bob3&n=5");
        Locator titles = page.locator(".song .title");
        String best = titles.first().innerText();
        page.getByLabel("Verdicts here are of").selectOption("bob3");
        page.locator(".song").first().getByText("Never again").click();

        assertThat(page.locator("#toast")).containsText("Never again: " + best + " (bob3)");
        assertThat(titles.first()).not().hasText(best);
        assertThat(page.getByLabel("Verdicts here are of")).hasValue("bob3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(titles.first()).hasText(best);
    }

    @Test
    void verdict_withoutScript_changesTheList_andCanBeTakenBack() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "?user=ann6&n=5&adventure=0.2");
        Locator titles = page.locator(".song .title");
        String best = titles.first().innerText();
        BrowserSession.follow(
                page,
                () -> page.locator(".song").first().getByText("Never again").click());

        assertThat(page).hasURL(home + "?user=ann6&n=5&adventure=0.2");
        assertThat(titles).hasCount(5);
        assertThat(titles.first()).not().hasText(best);
        page.getByText("Their listening").click();
        BrowserSession.follow(
                page, () -> page.getByLabel("Delete feedback: " + best).click());
        page.navigate(home + "?user=ann6&n=5&adventure=0.2");
        assertThat(titles.first()).hasText(best);
    }

    @Test
    void verdict_withoutScript_inAListForSeveral_isOfWhoWasChosen() {
        Page page = openSignedInWithoutScript(Screen.DESKTOP, "?user=ann6&user=bob4&n=5");
        String best = page.locator(".song .title").first().innerText();
        page.getByLabel("Verdicts here are of").selectOption("bob4");
        BrowserSession.follow(
                page, () -> page.locator(".song").first().getByText("Love").click());
        assertThat(page).hasURL(home + "?user=ann6&user=bob4&n=5");

        page.navigate(home + "people/bob4");
        assertThat(page.locator("#verdicts")).containsText(best);
        BrowserSession.follow(
                page, () -> page.getByLabel("Delete feedback: " + best).click());
    }

    @Test
    void blend_withoutScript_hasAFieldForOneMore() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home + "?user=ann5&n=3");
        page.getByLabel("Another listener").fill("bob3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recommend"))
                .click();

        assertThat(page.locator("#results h2")).hasText("3 songs for ann5 and bob3");
        assertThat(page.getByLabel("Another listener")).hasCount(2);
        assertThat(page.getByLabel("Another listener").first()).hasValue("bob3");
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
        assertThat(page.locator("#songs")).hasText("10 songs for Zoë Ünal");

        user.fill("zoë ünal");
        user.press("Enter");
        assertThat(user).hasValue("Zoë Ünal");
        page.navigate(home + "?user=" + id);
        assertThat(user).hasValue("Zoë Ünal");
        assertThat(page.locator("#songs")).hasText("10 songs for Zoë Ünal");
        assertThat(page.locator(".files a").first()).hasAttribute("href", Pattern.compile("user=segue"));
        page.navigate(home + "map?user=" + id);
        assertThat(page.locator("#map-user")).hasValue("Zoë Ünal");
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
        page.locator(".suggestions [role=option]").first().click();
        assertThat(page.locator("#picked li")).hasCount(1);
        assertThat(search).hasValue("");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recommend"))
                .click();

        assertThat(page.locator("#results h2")).hasText("10 songs like these");
        assertThat(page.locator(".song .title").first()).containsText("B ");
        assertThat(page.locator(".because").first()).containsText("you like B two");
        assertThat(page).hasURL(Pattern.compile("seed=b2"));
        page.locator("#adventure").fill("1");
        assertThat(page).hasURL(Pattern.compile("adventure=1"));
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
        assertThat(page.locator("#seed-search-problem")).hasText("No song here is called no such song.");
        assertThat(search).hasValue("no such song");
        assertThat(search).isFocused();
        assertThat(BrowserSession.barriers(page)).isEmpty();

        search.fill("b two two");
        search.press("Enter");
        assertThat(page.locator("#picked li")).hasText("B two two×");
        assertThat(search).hasValue("");
        assertThat(page.locator("#seed-search-problem")).isEmpty();
        assertThat(page.locator("#results h2")).hasText("10 songs like these");
    }

    @Test
    void seeds_withoutScript_areTypedOneByOne() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home.toString());
        for (String song : List.of("b two two", "b three three")) {
            page.locator("#seed-search").fill(song);
            BrowserSession.follow(page, page.locator("#ask > button")::click);
        }

        assertThat(page.locator("#picked li")).hasText(new String[] {"B two two×", "B three three×"});
        assertThat(page.locator("#seed-search")).hasValue("");
        assertThat(page.locator(".song .title").first()).containsText("B ");
        BrowserSession.screenshot(page, "home-seeds-without-script");
        BrowserSession.follow(page, page.locator("#picked a").first()::click);
        assertThat(page.locator("#picked li")).hasText("B three three×");
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
        tabUntil(page, "document.activeElement.value == 'ban'");
        page.keyboard().press("Enter");
        assertThat(page.locator("#toast")).containsText("Never again: " + best);
        page.locator("#toast button").press("Enter");
        assertThat(page.locator(".song .title").first()).hasText(best);
    }
}
