package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession.Screen;

/** The way from a file to songs in a browser: by keyboard, narrow and wide, light and dark. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class ImportsBrowserTest extends HouseholdBrowser {

    private static final int PATIENCE_MILLIS = 60_000;

    @Test
    void tableOfUnknownColumns_isCorrected_imported_andLearnedFrom() {
        Page page = openSignedIn(Screen.DESKTOP, "imports");
        choose(
                page,
                "fremd.csv",
                "Sänger;Lied;Wann\nBark;Tide;2024-05-31 20:15:00\nMoss;<b>Fern;2024-05-31 20:20:00\n");
        press(page, "Preview import");
        Locator preview = page.locator("#preview");
        assertThat(preview).containsText("Segue needs your help with this file");
        assertThat(preview).isFocused();
        requireAccessibleOnEveryScreen(page, "imports-columns");

        page.getByLabel("Sänger").selectOption("Artist");
        page.getByLabel("Lied").selectOption("Artist");
        press(page, "Read again");
        assertThat(preview).containsText("Both “Sänger” and “Lied” are chosen as artist.");
        page.getByLabel("Lied").selectOption("Title");
        page.getByLabel("Wann").selectOption("Date and time");
        press(page, "Read again");
        assertThat(page.locator("#first-rows tr")).hasCount(2);
        assertThat(page.locator("#first-rows")).containsText("<b>Fern");

        page.getByLabel("A new listener").press(" ");
        assertThat(page.locator("#preview-user")).isFocused();
        page.keyboard().type("Frida F");
        requireAccessibleOnEveryScreen(page, "imports-understood");
        press(page, "Import 2 plays");
        Locator done = page.locator("#done");
        assertThat(done).containsText("2 plays for Frida F", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(done).isFocused();
        requireAccessibleOnEveryScreen(page, "imports-done");

        done.getByText("Train now").press("Enter");
        assertThat(done)
                .containsText("Segue has learned from it", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        done.getByText("See recommendations").press("Enter");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.url()).contains("user=");
    }

    @Test
    void listenersWhomAFileNames_areAskedFor() {
        Page page = openSignedIn(Screen.PHONE, "imports");
        choose(
                page,
                "several.csv",
                "user,artist,title,date\nvera_lb,Bark,Tide,2024-05-31\nwim_lb,Moss,Fern,2024-05-31\n");
        press(page, "Preview import");

        assertThat(page.locator("#listener")).containsText("Who are the listeners in these files?");
        assertThat(page.getByLabel("vera_lb", new Page.GetByLabelOptions().setExact(true)))
                .containsText("A new listener called vera_lb");
        requireAccessibleOnEveryScreen(page, "imports-several");
        choose(page, "one.csv", "user,artist,title,date\nvera_lb,Bark,Tide,2024-05-31\n");
        press(page, "Preview import");
        assertThat(page.locator("#listener")).containsText("Who is vera_lb?");
        requireAccessibleOnEveryScreen(page, "imports-one");
    }

    private static void choose(Page page, String name, String content) {
        page.locator("#files")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }
}
