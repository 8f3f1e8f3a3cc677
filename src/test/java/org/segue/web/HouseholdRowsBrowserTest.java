package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** What a person does with the rows of an answer: feedback that is undone in the row, menus, reasons, more rows. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class HouseholdRowsBrowserTest extends HouseholdBrowser {

    @Test
    void feedback_keepsTheRow_isUndoneInIt_andChangesTheListOnRequest() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann5&n=3");
        Locator titles = page.locator(".song .title");
        String best = titles.first().innerText();
        Locator row = page.locator(".song").first();
        Locator love = row.locator("[data-verdict=love]");

        love.press("Enter");
        assertThat(row.locator(".said")).containsText(best);
        assertThat(love).hasAttribute("aria-pressed", "true");
        assertThat(love).isFocused();
        assertThat(titles.first()).hasText(best);
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "home-loved");
        row.locator(".undo").press("Enter");
        assertThat(row.locator(".said")).hasCount(0);
        assertThat(love).hasAttribute("aria-pressed", "false");
        assertThat(love).isFocused();

        Locator menu = row.locator("details.menu > summary.act");
        menu.press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(row.locator(".said")).containsText(best);
        assertThat(menu).isFocused();
        page.locator(".after .update").click();
        assertThat(titles.first()).not().hasText(best);
    }

    @Test
    void menu_closesByEscape_andByGoingOn() {
        Page page = openSignedIn(Screen.PHONE, "?user=ann5&n=3");
        Locator menu = page.locator(".song details:has(> summary.act)").first();
        menu.locator("summary").press("Enter");
        assertThat(menu.locator(".panel")).isVisible();
        assertThat(BrowserSession.barriers(page))
                .filteredOn(barrier -> !barrier.startsWith("target-size"))
                .as("but for what lies under the menu")
                .isEmpty();
        BrowserSession.screenshot(page, "home-menu");
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");
        assertThat(menu.locator(".panel")).isHidden();
        assertThat(menu.locator("summary")).isFocused();
        menu.locator("summary").press("Enter");
        page.locator("#songs").click();
        assertThat(menu.locator(".panel")).isHidden();
    }

    @Test
    void feedback_ofSomebodyWhoIsNotSignedIn_isGivenAfterSigningIn() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        String best = page.locator(".song .title").first().innerText();
        page.locator(".song [data-verdict=love]").first().click();

        assertThat(page.locator("h1")).hasText("Sign in");
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        Locator row = page.locator(".song").first();
        assertThat(row.locator(".title")).hasText(best);
        assertThat(row.locator(".said")).containsText(best);
        row.locator(".undo").click();
        assertThat(row.locator(".said")).hasCount(0);
    }

    @Test
    void feedback_withoutScript_ofSomebodyWhoIsNotSignedIn_isOfferedAfterSigningIn() {
        Page page = browser().pageWithoutScript(Screen.PHONE);
        page.navigate(home + "?user=ann5&n=3");
        String best = page.locator(".song .title").first().innerText();
        page.locator(".song [data-verdict=love]").first().click();
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        assertThat(page.locator("#wanted")).containsText(best);
        BrowserSession.follow(page, page.locator("#wanted button")::click);
        assertThat(page.locator("#said")).containsText(best);
        BrowserSession.follow(page, page.locator("#said button")::click);
        assertThat(page.locator(".song .title").first()).hasText(best);
    }

    @Test
    void blend_feedback_isOfWhoWasChosen() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann5&user=bob3&n=5");
        page.getByLabel("Give feedback as").selectOption("bob3");
        Locator row = page.locator(".song").first();
        row.locator("[data-verdict=dislike]").click();

        assertThat(row.locator(".said")).containsText("bob3");
        assertThat(page.getByLabel("Give feedback as")).hasValue("bob3");
        row.locator(".undo").click();
        assertThat(row.locator(".said")).hasCount(0);
    }

    @Test
    void feedback_withoutScript_changesTheList_andIsUndoneThere() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "?user=ann6&n=5&adventure=0.2");
        Locator titles = page.locator(".song .title");
        String best = titles.first().innerText();
        BrowserSession.follow(page, page.locator(".song [data-verdict=love]").first()::click);

        assertThat(page).hasURL(Pattern.compile("\\?user=ann6&n=5&adventure=0.2&said=love"));
        assertThat(titles).hasCount(5);
        assertThat(titles.first()).not().hasText(best);
        assertThat(page.locator("#said")).containsText(best);
        BrowserSession.screenshot(page, "home-said-without-script");
        BrowserSession.follow(page, page.locator("#said button")::click);
        assertThat(titles.first()).hasText(best);
    }

    @Test
    void feedback_withoutScript_inAListForSeveral_isOfWhoWasChosen() {
        Page page = openSignedInWithoutScript(Screen.DESKTOP, "?user=ann6&user=bob4&n=5");
        String best = page.locator(".song .title").first().innerText();
        page.getByLabel("Give feedback as").selectOption("bob4");
        BrowserSession.follow(page, page.locator(".song [data-verdict=love]").first()::click);
        assertThat(page).hasURL(Pattern.compile("by=bob4"));

        page.navigate(home + "people/bob4");
        assertThat(page.locator("#verdicts")).containsText(best);
        page.goBack();
        BrowserSession.follow(page, page.locator("#said button")::click);
    }

    @Test
    void reason_ignored_isLeftOutUntilItIsCountedAgain_andTheFocusStays() {
        Page page = open(Screen.PHONE, "?user=ann5&n=3");
        Locator reason = page.locator(".because cite").first();
        String ignored = reason.innerText();
        page.locator(".song details:has(> summary.act) > summary").first().click();
        page.locator(".ignore").first().click();

        Locator chips = page.locator("#left-out");
        assertThat(chips).containsText(ignored);
        assertThat(chips.locator("a")).isFocused();
        assertThat(page.locator(".because").first()).not().containsText(ignored);
        chips.locator("a").press("Enter");
        assertThat(chips).hasCount(0);
        assertThat(page.locator("#songs")).isFocused();
        assertThat(reason).hasText(ignored);
    }

    @Test
    void more_addsRowsBelow_andFocusesTheFirst() {
        Page page = open(Screen.DESKTOP, "?user=ann5&n=3");
        List<String> before = page.locator(".song .title").allInnerTexts();
        page.locator("#more").press("Enter");

        assertThat(page.locator(".song")).hasCount(13);
        assertThat(page.locator("#song-4 .title a")).isFocused();
        assertThat(page.locator(".song .title").allInnerTexts().subList(0, 3)).isEqualTo(before);
        assertThat(page).hasURL(Pattern.compile("n=13"));
        page.goBack();
        assertThat(page.locator(".song")).hasCount(3);
    }

    @Test
    void rows_areLow() {
        Page page = openSignedIn(Screen.DESKTOP, "?user=ann5&n=10");
        assertThat(highest(page)).isBetween(60.0, 96.0);
        BrowserSession.show(page, Screen.PHONE, ColorScheme.LIGHT);
        assertThat(highest(page)).isBetween(90.0, 160.0);
    }

    private static double highest(Page page) {
        return ((Number) page.evaluate(
                        "Math.max(...Array.from(document.querySelectorAll('.song')).map((row) => row.offsetHeight))"))
                .doubleValue();
    }
}
