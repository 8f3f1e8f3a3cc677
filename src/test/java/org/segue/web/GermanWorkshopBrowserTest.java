package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** Imports, models, tokens and playlists in German, whose words are longer: narrow and dark, wide and light. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class GermanWorkshopBrowserTest extends HouseholdBrowser {

    private static final int NARROW = 320;

    private Page openInGerman(String address) {
        Page page = openSignedIn(Screen.PHONE, address);
        page.context().addCookies(List.of(new Cookie("segue-language", "de").setUrl(home.toString())));
        page.reload();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        return page;
    }

    @Test
    void pages_fitAnyScreen() {
        Page page = openInGerman("imports");
        for (String address : List.of("imports", "models", "tokens", "playlists?user=ann7")) {
            page.navigate(home + address);
            requireFitting(page, "german-" + address.replaceAll("\\W.*", ""));
        }
        page.locator("main section a").first().click();
        requireFitting(page, "german-playlist");
    }

    @Test
    void preview_fitsAnyScreen_withoutBreakingWords() {
        Page page = openInGerman("imports");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "verlauf.csv",
                        "text/csv",
                        "artist,title,date\nHarbour Choir,Lighthouses,2024-05-31 20:15:00\nMoss,Fern,2024-05-31 20:20:00\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("#import-form [type=submit]").click();
        assertThat(page.locator("#first-rows tr")).hasCount(2);
        requireFitting(page, "german-preview");
        page.setViewportSize(NARROW, 800);
        assertThat(page.evaluate(
                        "document.querySelector('#first-rows td:nth-child(2)').getBoundingClientRect().width > 80"))
                .as("a column as wide as its words")
                .isEqualTo(true);
    }

    private static void requireFitting(Page page, String name) {
        requireAccessibleOnEveryScreen(page, name);
        BrowserSession.show(page, Screen.PHONE, ColorScheme.DARK);
        page.setViewportSize(NARROW, 800);
        BrowserSession.screenshot(page, "page-" + name + "-320-dark");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isEqualTo(true);
    }
}
