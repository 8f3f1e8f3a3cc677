package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** What keeps the house going: imports, trainings and models, tokens. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class WorkshopBrowserTest extends HouseholdBrowser {

    private static final double PATIENCE_MILLIS = Duration.ofMinutes(2).toMillis();

    private static final String SEED_OUT_OF_RANGE = "Seed must be a whole number, but is 99999999999999999999.";

    private static final int MANY_ROWS = 900_000;

    @Test
    void imports_fileChosen_isLookedAtImportedReportedAndUndone() {
        Page page = openSignedIn(Screen.PHONE, "imports");
        Locator look = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview import"));
        look.click();
        assertThat(page.locator("#import-problem")).hasText("Choose at least one file.");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "mine.csv",
                        "text/csv",
                        "user,song,plays\npage-user,page-song,3\npage-user,,2\n".getBytes(StandardCharsets.UTF_8)));
        page.getByText("Options").click();
        page.locator("#import-source").fill("my-page");
        look.click();
        assertThat(page.locator("#preview")).containsText("1 row couldn’t be imported");
        assertThat(page.locator("#first-rows tr")).hasCount(1);
        assertThat(page.locator("#preview")).isFocused();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "imports-preview");
        page.getByLabel("A new listener").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import 2 rows"))
                .click();

        Locator first = page.locator(".import").first();
        assertThat(first).containsText("my-page");
        assertThat(first).containsText("Completed", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(first).containsText("1 new song with plays");
        first.getByText("1 row couldn’t be imported").click();
        assertThat(first).containsText("line 3: missing song");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "imports-report");
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        first.getByText("Undo").click();
        assertThat(asked.get(0)).endsWith("Everything that only this import added will be removed.");
        assertThat(first).containsText("Completed");
        page.onceDialog(Dialog::accept);
        first.getByText("Undo").click();
        assertThat(first).containsText("Undone");
    }

    @Test
    void imports_filesDroppedAnywhere_areTaken() {
        Page page = openSignedIn(Screen.DESKTOP, "imports");
        JSHandle files = page.evaluateHandle("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['user,song,plays\\ndropped-user,dropped-song,3\\n'], 'dropped.csv', { type: 'text/csv' }));
                  return files;
                }""");
        page.dispatchEvent("h1", "dragenter", Map.of("dataTransfer", files));
        assertThat(page.locator("#drop")).hasClass(Pattern.compile("over"));
        page.dispatchEvent("h1", "drop", Map.of("dataTransfer", files));

        assertThat(page.locator("#drop")).not().hasClass(Pattern.compile("over"));
        assertThat(page.evaluate("document.getElementById('files').files[0].name"))
                .isEqualTo("dropped.csv");
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview import"))
                .press("Enter");
        assertThat(page.locator("#first-rows")).containsText("dropped-user");
    }

    @Test
    void imports_underWay_sayHowFastAndHowLong_andCanBeCancelled() {
        Page page = openSignedIn(Screen.PHONE, "imports");
        StringBuilder rows = new StringBuilder("user,song,plays\n");
        for (int row = 0; row < MANY_ROWS; row++) {
            rows.append("many-")
                    .append(row % 40_000)
                    .append(",a1")
                    .append(row % 7)
                    .append(",1\n");
        }
        given().contentType("text/csv")
                .body(rows.toString())
                .post("/api/imports?source=many")
                .then()
                .statusCode(202);
        page.reload();
        Locator first = page.locator(".import").first();

        assertThat(first.locator(".hint")).hasText(Pattern.compile("\\d+(,\\d+)* rows/s.*"));
        assertThat(first.locator("progress")).isVisible();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        BrowserSession.screenshot(page, "imports-progress");
        first.getByText("Cancel").click();
        assertThat(first).containsText("Canceled");
        assertThat(first.locator("progress")).hasCount(0);
    }

    @Test
    void imports_ofAPersonWhoseNameIsConfirmed_areAskedForInTheirName() {
        Page page = openSignedIn(Screen.PHONE, "people/ann9");
        assertThat(page.getByText("Import their history")).hasCount(0);
        page.getByText("Administration").click();
        assertThat(page.locator("#name-form")).containsText("Name");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.getByText("Confirm name").click();
        page.getByText("Profile").click();
        page.getByText("Import their history").click();
        assertThat(page.locator("#import-user")).hasValue("ann9");
        assertThat(page.locator("#import-user")).isVisible();
    }

    @Test
    void imports_withoutScript_areLookedAtImportedAndUndone() {
        Page page = openSignedInWithoutScript(Screen.PHONE, "imports");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "plain.csv",
                        "text/csv",
                        "user,song,plays\nplain-user,plain-song,3\n".getBytes(StandardCharsets.UTF_8)));
        page.getByText("Options").click();
        page.locator("#import-source").fill("plain");
        page.getByText("Preview import", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page).hasURL(home + "imports");
        assertThat(page.locator("#first-rows")).containsText("plain-song");
        page.getByLabel("A new listener").check();
        BrowserSession.follow(page, page.getByText("Import 1 row")::click);

        Locator first = page.locator(".import").first();
        assertThat(first).containsText("plain");
        BrowserSession.reloadUntil(page, () -> first.innerText().contains("Completed"));
        first.getByText("Undo").click();
        assertThat(page.locator("h1")).hasText(Pattern.compile("Undo import \\d+\\?"));
        page.getByText("Undo this import").click();
        assertThat(page).hasURL(home + "imports");
        assertThat(first).containsText("Undone");
    }

    @Test
    void models_withoutScript_areTrainedAndCancelled() {
        Page page = openSignedInWithoutScript(Screen.DESKTOP, "models");
        page.getByText("Hyperparameters", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("Seed").fill("99999999999999999999");
        page.getByLabel("Epochs").fill("9000");
        page.getByLabel("Tuning").selectOption("false");
        Locator train = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start training"));
        train.click();
        assertThat(page.locator("#train-problem")).hasText(SEED_OUT_OF_RANGE);
        assertThat(page.getByLabel("Epochs")).hasValue("9000");
        page.getByLabel("Seed").fill("9");
        BrowserSession.follow(page, train::click);

        assertThat(page).hasURL(home + "models#jobs");
        BrowserSession.reloadUntil(page, () -> page.locator("#running").count() == 1);
        assertThat(page.getByText("Refresh")).isVisible();
        String training = page.locator("#running").innerText().replace("Training ", "Canceled Training ");
        BrowserSession.follow(page, page.locator("#jobs button")::click);
        assertThat(page).hasURL(home + "models");
        Locator past = page.locator("#past-trainings li").first();
        BrowserSession.reloadUntil(
                page, () -> past.count() == 1 && past.innerText().startsWith(training));
    }

    @Test
    void models_train_isFollowed_cancelled_andAnotherGivesAModelThatCanAnswer() {
        Page page = openSignedIn(Screen.DESKTOP, "models");
        page.getByText("Hyperparameters", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByLabel("Dimension").fill("8");
        page.getByLabel("Epochs").fill("9000");
        page.getByLabel("Tuning").selectOption("false");
        page.getByLabel("Seed").fill("99999999999999999999");
        Locator train = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start training"));
        train.click();
        assertThat(page.locator("#train-problem")).hasText(SEED_OUT_OF_RANGE);
        assertThat(page.locator("#toast")).isHidden();
        assertThat(page.getByLabel("Dimension")).hasValue("8");
        page.getByLabel("Seed").fill("7");
        BrowserSession.screenshot(page, "models-form");
        train.click();
        assertThat(page.locator("#toast")).hasText("Training started.");

        assertThat(page.locator("#jobs h2")).containsText("Training");
        assertThat(page.locator("#jobs")).isFocused();
        assertThat(page.locator("#running")).isInViewport();
        assertThat(page.locator(".lines .line"))
                .hasAttribute(
                        "d",
                        Pattern.compile("M0\\.0 \\d+\\.\\dL.*"),
                        new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        BrowserSession.screenshot(page, "models-training");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.locator("#jobs button").click();
        assertThat(page.locator("#past-trainings li").first()).containsText("Canceled");
        assertThat(page.locator("#running")).hasCount(0);

        page.getByLabel("Epochs").fill("5");
        train.click();
        Locator newest = page.locator(".model").first();
        assertThat(newest).containsText("8 dimensions", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(newest).containsText("Active");
        requireAccessibleOnEveryScreen(page, "models-trained");
    }

    @Test
    void tokens_madeForAPerson_isShownOnce_andCanBeRevoked() {
        Asking.tokenOfImported("ann7");
        Page page = openSignedIn(Screen.PHONE, "tokens");
        Locator make = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create token"));
        make.click();
        assertThat(page.locator("#token-problem")).hasText("Enter a listener.");
        page.locator("#token-user").pressSequentially("ann7");
        page.getByRole(AriaRole.OPTION).first().click();
        page.getByLabel("Description").fill("Kitchen <radio>");
        make.click();

        assertThat(page.locator("#made-for")).hasText("Token for ann7");
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
                .containsExactly("Revoke the token for ann7 (Kitchen <radio>)? Players that use it will lose access.");
        assertThat(given).hasCount(1);
        page.onceDialog(Dialog::accept);
        given.getByText("Revoke").click();
        assertThat(given).hasCount(0);
    }

    @Test
    void tokens_withoutScript_areMadeShownOnce_andRevoked() {
        Asking.tokenOfImported("ann7");
        Page page = openSignedInWithoutScript(Screen.DESKTOP, "tokens");
        Locator make = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create token"));
        page.getByLabel("Description").fill("Plain <radio>");
        make.click();
        assertThat(page.locator("#token-problem")).hasText("Enter a listener.");
        assertThat(page.getByLabel("Description")).hasValue("Plain <radio>");
        page.locator("#token-user").fill("ann7");
        make.click();

        assertThat(page.locator("#made-for")).hasText("Token for ann7");
        assertThat(page.locator("#secret")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        String own = home.toString().replaceAll("/$", "");
        assertThat(page.locator(".players code").first()).hasText("ND_LISTENBRAINZ_BASEURL=" + own + "/1/");
        Locator given = page.locator("#token-list li", new Page.LocatorOptions().setHasText("Plain <radio>"));
        given.getByText("Revoke").click();
        assertThat(page.locator("h1")).hasText("Revoke this token?");
        page.getByText("Revoke", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(home + "tokens");
        assertThat(given).hasCount(0);
        assertThat(page.locator("#made")).isHidden();
    }

    @Test
    void tokens_ofSomebodyWhoIsNotSignedIn_saysWhere() {
        Asking.tokenOfImported("tim");
        Page page = open(Screen.PHONE, "people/tim");
        assertThat(page.locator("main a[href*='tokens']")).hasCount(0);
        page.navigate(home + "tokens?user=tim");

        assertThat(page.locator(".notice")).containsText("Only the administrator can create and view tokens");
        assertThat(page.locator("#token-form")).hasCount(0);
        page.locator(".notice a").click();
        page.getByLabel("Token").fill(AdministratorHeader.TOKEN);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(home + "tokens");
        assertThat(page.locator("#token-form")).isVisible();
    }
}
