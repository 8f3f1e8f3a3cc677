package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** A browser before a household with a model; what its pages complain about fails the test. */
abstract class HouseholdBrowser {

    private static final int MAX_TABS = 60;

    /** Of radio buttons the chosen one is come to; arrows lead to the others. */
    private static final String CONTROLS =
            "Array.from(document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]'))"
                    + ".filter((one) => one.type !== 'hidden' && (one.type !== 'radio' || one.checked) && !one.disabled && one.checkVisibility())";

    /** What every page has at its head and foot. */
    private static final int MIN_CONTROLS = 7;

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

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @AfterEach
    void nothingToComplainAbout() {
        browser().closePages();
        assertThat(browser().complaints()).isEmpty();
    }

    static BrowserSession browser() {
        return requireNonNull(session);
    }

    Page open(Screen screen, String address) {
        Page page = browser().page(screen, ColorScheme.LIGHT);
        page.navigate(home + address);
        return page;
    }

    /** Narrow and light, wide and dark: nothing for axe to find, and nothing beyond the edge. */
    static void requireAccessibleOnEveryScreen(Page page, String what) {
        requireAccessible(page, what, Screen.PHONE, ColorScheme.LIGHT);
        requireAccessible(page, what, Screen.DESKTOP, ColorScheme.DARK);
    }

    private static void requireAccessible(Page page, String what, Screen screen, ColorScheme colors) {
        BrowserSession.show(page, screen, colors);
        String name = "%s-%s-%s".formatted(what, screen, colors);
        BrowserSession.screenshot(page, "page-" + name);
        assertThat(BrowserSession.barriers(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isEqualTo(true);
    }

    /** Presses Tab until what is in focus is as wanted. */
    static void tabUntil(Page page, String condition) {
        pressUntil(page, "Tab", condition);
    }

    static void pressUntil(Page page, String key, String condition) {
        for (int i = 0; i < MAX_TABS && !page.evaluate(condition).equals(true); i++) {
            page.keyboard().press(key);
        }
        assertThat(page.evaluate(condition)).as(condition).isEqualTo(true);
    }

    /** By Tab alone: everything that can be used is come to, and it is seen that it has been. */
    static void requireEverythingReachedByKeyboard(Page page, String what) {
        page.evaluate("""
                () => {
                  window.seen = new Set();
                  window.dim = new Set();
                  document.activeElement.blur();
                  document.addEventListener('focusin', ({ target }) => {
                    const { outlineStyle, outlineWidth } = getComputedStyle(target);
                    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) window.dim.add(target.outerHTML);
                    window.seen.add(target);
                  });
                }""");
        int controls = ((Number) page.evaluate(CONTROLS + ".length")).intValue();
        for (int i = 0; i < controls + 2; i++) {
            page.keyboard().press("Tab");
        }
        assertThat((List<?>)
                        page.evaluate(CONTROLS + ".filter((one) => !window.seen.has(one)).map((one) => one.outerHTML)"))
                .as("%s: never come to", what)
                .isEmpty();
        assertThat((List<?>) page.evaluate("Array.from(window.dim)"))
                .as("%s: not seen where the focus is", what)
                .isEmpty();
        assertThat(controls).isGreaterThan(MIN_CONTROLS);
    }

    Page openSignedIn(Screen screen, String address) {
        return signIn(open(screen, "sign-in"), address);
    }

    Page openSignedInWithoutScript(Screen screen, String address) {
        Page page = browser().pageWithoutScript(screen);
        page.navigate(home + "sign-in");
        return signIn(page, address);
    }

    private Page signIn(Page page, String address) {
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page).hasURL(home.toString());
        page.navigate(home + address);
        return page;
    }
}
