package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Jobs;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;
import org.segue.testsupport.DumpServer;

/** The page that sets a service up: what is there already, and each way on. */
@QuarkusTest
@TestProfile(StartBrowserTest.OwnMirror.class)
class StartBrowserTest extends HouseholdBrowser {

    private static final DumpServer MIRROR = DumpServer.ofSettings();
    private static final double PATIENCE_MILLIS = Duration.ofMinutes(2).toMillis();

    /** A mirror of its own. */
    public static class OwnMirror implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return DumpServer.settings();
        }
    }

    @BeforeEach
    void fillTheMirror() {
        MIRROR.clear();
        for (int dump = 1; dump <= 8; dump++) {
            MIRROR.add(dump, Map.of("2026/11", DumpServer.listeners("stranger-" + dump + "-", 30, 60, 1_790_000_000L)));
        }
    }

    @AfterAll
    static void closeTheMirror() {
        MIRROR.close();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void start_isReadableOnEveryScreen_andByKeyboard() {
        Page page = openSignedIn(Screen.DESKTOP, "start");
        assertThat(page.locator("#offer")).containsText("Newest 3 days");
        requireAccessibleOnEveryScreen(page, "start");
        requireEverythingReachedByKeyboard(page, "start");
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        requireAccessibleOnEveryScreen(page, "start-open");
    }

    @Test
    void songModel_saysLicenceAndSourceFirst_isUsedAndUndone() throws IOException {
        Path model =
                SongModelSamples.write(Files.createTempDirectory("segue-test-").resolve("made.segue-model"), 40);
        Page page = openSignedIn(Screen.PHONE, "start");
        Locator part = page.locator("#song-model");
        button(page, "Show what it is").click();
        assertThat(part.locator("[role=alert]")).containsText("Choose a file, or enter an address.");
        page.getByLabel("Song model file").setInputFiles(model);
        button(page, "Show what it is").click();

        assertThat(part).containsText("made.segue-model: is this the one?");
        assertThat(part).containsText("CC0-1.0");
        assertThat(part).containsText("made, 2026-11, https://example.org/data");
        requireAccessibleOnEveryScreen(page, "start-song-model");
        button(page, "Use this song model").click();

        BrowserSession.reloadUntil(page, () -> page.locator("#jobs").innerText().contains("in use"));
        assertThat(page.locator("#jobs li").first()).containsText("A song model");
        page.onceDialog(Dialog::accept);
        page.locator("#jobs li").first().getByText("Undo").click();
        assertThat(page.locator("#jobs")).not().containsText("A song model");
    }

    @Test
    void listenBrainz_saysSizesTimesAndLicenceFirst_isFollowed_andUndone() {
        Page page = openSignedIn(Screen.PHONE, "start");
        assertThat(page.locator("#learn")).containsText("License: CC0");
        assertThat(page.locator("#offer label").nth(1)).containsText(Pattern.compile("Newest 3 days: \\d+ MB to load"));
        assertThat(page.locator("#offer input[value='3']")).isChecked();
        button(page, "Load and train").click();

        Locator job = page.locator("#jobs li").first();
        assertThat(job).containsText("ListenBrainz");
        assertThat(job).containsText("90 listeners", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#jobs")).containsText("Segue learns from 90 background listeners.");
        assertThat(page.locator("#ready"))
                .containsText(
                        "Segue has learned from everything here.",
                        new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        BrowserSession.screenshot(page, "start-learned");
        page.onceDialog(Dialog::accept);
        job.getByText("Undo").click();
        assertThat(page.locator("#jobs li")).hasCount(0);
        assertThat(page.locator("#ready")).containsText("There’s something new since the last training.");
    }

    @Test
    void mirrorThatCannotBeAsked_saysWhy_andTheRestGoesOn() {
        MIRROR.clear();
        Page page = openSignedIn(Screen.DESKTOP, "start");

        assertThat(page.locator("#offer .problem")).containsText(Pattern.compile("\\w+"));
        assertThat(button(page, "Load and train")).hasCount(0);
        browser().complaints();
    }

    @Test
    void everyStep_withoutScript() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "start");
        page.getByText("Add another listener").click();
        button(page, "Add listeners").click();
        assertThat(page.locator("#names-problem")).hasText("Enter at least one name.");
        page.getByLabel("Names").fill("Nora, Otto <b>");
        button(page, "Add listeners").click();
        assertThat(page.locator("#names-problem")).isEmpty();
        assertThat(page.locator("#who .chips")).containsText("Otto <b>");

        page.getByText("Connect a player that scrobbles").click();
        page.getByLabel("Whose player is it?").selectOption("Nora");
        button(page, "Create token").click();
        assertThat(page.getByLabel("Token of Nora")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        assertThat(page.locator("#player code")).hasText(home.toString().replaceAll("/$", ""));

        page.getByText("Show sizes and times").click();
        page.getByLabel("Newest day").check();
        BrowserSession.follow(page, button(page, "Load and train")::click);
        BrowserSession.reloadUntil(
                page, () -> page.locator("#jobs").innerText().contains("Segue learns from 30 background listeners."));
        BrowserSession.follow(page, page.locator("#jobs button").first()::click);
        BrowserSession.reloadUntil(page, () -> page.locator("#jobs li").count() == 0);
    }

    @Test
    void dataSet_isTaken_andWhatIsNoneIsRefusedInWords() {
        Page page = openSignedIn(Screen.DESKTOP, "start");
        button(page, "Use and train").click();
        assertThat(page.locator("#dataset-problem")).hasText("Choose a file.");
        choose(page, "notes.csv", "nothing,of,use\n1,2,3\n");
        button(page, "Use and train").click();
        assertThat(page.locator("#dataset-problem")).containsText("notes.csv");
        StringBuilder table = new StringBuilder("user,title,artist,plays\n");
        for (int row = 0; row < 300; row++) {
            table.append("scholar%d,Song %d,Artist %d,2%n".formatted(row % 15, row % 23, row % 23 / 4));
        }
        choose(page, "study.csv", table.toString());
        button(page, "Use and train").click();

        Locator job = page.locator("#jobs li", new Page.LocatorOptions().setHasText("Data set"));
        assertThat(job).containsText("15 listeners", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        page.onceDialog(Dialog::accept);
        job.getByText("Undo").click();
        assertThat(job).hasCount(0);
        browser().complaints();
    }

    private static void choose(Page page, String name, String content) {
        page.getByLabel("File of the data set")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nameThatAnImportBrought_isAskedAbout() {
        Jobs.importedTable("source=friends", "user,title,artist,plays\nPetra,Harbour Lights,Nella Quist,3\n");
        Page page = openSignedIn(Screen.DESKTOP, "start");
        page.getByText("Add another listener").click();
        page.getByLabel("Names").fill("Rosa, Petra, Quentin");
        button(page, "Add listeners").click();

        assertThat(page.locator("#names-problem"))
                .hasText("There is an imported listener called Petra. Say who you mean.");
        assertThat(page.getByLabel("Names")).hasValue("Petra, Quentin");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.getByLabel("Petra, whose history is here already").check();
        button(page, "Add listeners").click();
        assertThat(page.locator("#names-problem")).isEmpty();
        Locator people = page.locator("#who .chips li");
        assertThat(people.filter(new Locator.FilterOptions().setHasText("Petra")))
                .hasCount(1);
        assertThat(page.locator("#names")).hasValue("");
        browser().complaints();
    }
}
