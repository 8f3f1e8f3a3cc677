package org.segue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;

/** Journeys over the map: by wheel, mouse, fingers and keys. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class MapBrowserTest extends HouseholdBrowser {

    /** What is wrong with the names on the map: beyond its edge, over a point, or over another name. */
    private static final String CROWDED = """
            () => {
              const canvas = document.getElementById('map');
              const box = canvas.getBoundingClientRect();
              const ratio = devicePixelRatio;
              const names = Array.from(document.querySelectorAll('.map-names span'));
              const boxes = names.map((name) => name.getBoundingClientRect());
              const wrong = [];
              boxes.forEach((one, i) => {
                const text = names[i].textContent;
                if (one.left < box.left || one.top < box.top || one.right > box.right || one.bottom > box.bottom) wrong.push(text + ' beyond the edge');
                const pixels = canvas.getContext('2d').getImageData((one.left - box.left) * ratio, (one.top - box.top) * ratio, one.width * ratio, one.height * ratio).data;
                if (pixels.some((value) => value > 0)) wrong.push(text + ' over a point');
                boxes.slice(0, i).forEach((other, k) => {
                  if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) wrong.push(text + ' over ' + names[k].textContent);
                });
              });
              return wrong;
            }""";

    /** The middle of a spot of color on the map, from its corner on. */
    private static final String A_POINT = """
            () => {
              const canvas = document.getElementById('map');
              const ratio = devicePixelRatio;
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const seen = (x, y) => data[(y * canvas.width + x) * 4 + 3] > 150;
              for (let y = 3; y < canvas.height - 3; y++) {
                for (let x = 3; x < canvas.width - 3; x++) {
                  if (seen(x, y) && seen(x - 1, y) && seen(x + 1, y) && seen(x, y + 2)) return [x / ratio, y / ratio];
                }
              }
              return null;
            }""";

    private static final String PICTURE = "() => document.getElementById('map').toDataURL()";

    private Page openMap(Screen screen, String address) {
        Page page = open(screen, address);
        assertThat(page.locator("#map-list details").first()).isVisible();
        return page;
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void names_areInsideTheMap_freeOfPointsAndApart_howeverNear(Screen screen) {
        Page page = openMap(screen, "map?user=tim");
        BrowserSession.screenshot(page, "map-" + screen);

        assertThat(page.locator(".map-names span").count()).isPositive();
        for (int i = 0; i < 4; i++) {
            assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
            page.getByLabel("Zoom in").click();
        }
        page.getByLabel("Show everything").click();
        assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
    }

    @Test
    void wheel_scrollsThePage_andZoomsWithCtrl() {
        Page page = openMap(Screen.DESKTOP, "map");
        toMap(page);
        Object before = page.evaluate(PICTURE);

        page.mouse().wheel(0, 120);
        page.waitForFunction("() => scrollY > 0");
        assertThat(page.evaluate(PICTURE)).isEqualTo(before);

        page.evaluate("scrollTo(0, 0)");
        toMap(page);
        page.keyboard().down("Control");
        page.mouse().wheel(0, -120);
        page.keyboard().up("Control");
        page.waitForFunction("(before) => document.getElementById('map').toDataURL() !== before", before);
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
        page.getByLabel("Show everything").click();
        page.mouse().move(0, 0);
        page.waitForFunction("(before) => document.getElementById('map').toDataURL() === before", before);
    }

    @Test
    void oneFinger_scrollsThePage() {
        Page page = openMap(Screen.PHONE, "map");
        CDPSession fingers = fingers(page);
        Object before = page.evaluate(PICTURE);
        BoundingBox box = page.locator("#map").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;

        touch(fingers, "touchStart", x, y);
        for (int step = 1; step <= 10; step++) {
            touch(fingers, "touchMove", x, y - 20 * step);
        }
        touch(fingers, "touchEnd");

        page.waitForFunction("() => scrollY > 50");
        assertThat(page.evaluate(PICTURE)).isEqualTo(before);
    }

    @Test
    void twoFingers_zoomTheMap_andNotThePage() {
        Page page = openMap(Screen.PHONE, "map");
        CDPSession fingers = fingers(page);
        Object before = page.evaluate(PICTURE);
        BoundingBox box = page.locator("#map").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;

        touch(fingers, "touchStart", x - 20, y, x + 20, y);
        for (int step = 1; step <= 10; step++) {
            touch(fingers, "touchMove", x - 20 - 5 * step, y, x + 20 + 5 * step, y);
        }
        touch(fingers, "touchEnd");

        page.waitForFunction("(before) => document.getElementById('map').toDataURL() !== before", before);
        assertThat(page.evaluate("visualViewport.scale")).isEqualTo(1);
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
    }

    private static CDPSession fingers(Page page) {
        CDPSession fingers = page.context().newCDPSession(page);
        fingers.send("Emulation.setTouchEmulationEnabled", json("{\"enabled\":true,\"maxTouchPoints\":2}"));
        return fingers;
    }

    private static void touch(CDPSession fingers, String type, double... places) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < places.length; i += 2) {
            points.append(i == 0 ? "" : ",")
                    .append("{\"x\":%s,\"y\":%s,\"id\":%s}".formatted(places[i], places[i + 1], i));
        }
        fingers.send(
                "Input.dispatchTouchEvent", json("{\"type\":\"%s\",\"touchPoints\":[%s]}".formatted(type, points)));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void toMap(Page page) {
        BoundingBox box = page.locator("#map").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + 40);
    }

    @Test
    void click_showsACard_andItsTitleOpensTheSong() {
        Page page = openMap(Screen.DESKTOP, "map?user=tim");
        BoundingBox box = page.locator("#map").boundingBox();
        List<?> point = (List<?>) page.evaluate(A_POINT);
        page.mouse().click(box.x + number(point.get(0)), box.y + number(point.get(1)));

        Locator card = page.locator("#map-card");
        assertThat(card).isVisible();
        assertThat(page).hasURL(home + "map?user=tim");
        assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
        BrowserSession.screenshot(page, "map-card");
        assertThat(BrowserSession.barriers(page)).isEmpty();
        String title = card.locator("a").innerText();
        page.getByLabel("Close").click();
        assertThat(card).isHidden();
        // Where there is no song below, there is one above.
        page.keyboard().press("ArrowDown");
        if (!card.isVisible()) {
            page.keyboard().press("ArrowUp");
        }
        assertThat(card).isVisible();
        card.locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/songs/.*"));
        assertThat(title).contains(" – ");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void keys_moveFromSongToSong_andEnterOpensOne() {
        Page page = openMap(Screen.DESKTOP, "map");
        page.locator("#map").focus();
        page.keyboard().press("ArrowRight");
        Locator title = page.locator("#map-card a");
        String first = title.innerText();
        page.keyboard().press("ArrowLeft");
        assertThat(title).not().hasText(first);
        page.keyboard().press("Escape");
        assertThat(page.locator("#map-card")).isHidden();
        page.keyboard().press("ArrowRight");
        String chosen = title.innerText();

        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/songs/.*"));
        assertThat(chosen).startsWith(page.locator("h1").innerText());
    }

    @Test
    void find_goesThere_orSaysThatNothingMatches() {
        Page page = openMap(Screen.PHONE, "map");
        Locator field = page.getByLabel("Find a song on the map");
        field.fill("b one one");
        assertThat(page.locator("#map-found")).containsText("B one one");
        assertThat(page.locator("#map-card a")).containsText("B one one");
        assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();

        field.fill("nothing like it");
        assertThat(page.locator("#map-found")).containsText("No song on the map matches “nothing like it”.");
        assertThat(page.locator("#map-card")).isHidden();
        assertThat(BrowserSession.barriers(page)).isEmpty();
        page.locator("#map-found a").click();
        assertThat(page).hasURL(home + "search?q=nothing+like+it");
    }

    @Test
    void listener_hasSongsRecommendationsAndAPathOnTheMap_withALegend() {
        Page page = openMap(Screen.DESKTOP, "map?user=tim");
        Locator legend = page.locator("#map-legend");
        assertThat(legend).containsText("Songs played: 4");
        assertThat(legend).containsText("Recommended today: 20");
        assertThat(page.getByText("Recommended today: 0")).hasCount(0);

        Locator card = page.locator("#map-card");
        page.getByLabel("Find a song on the map").fill("A one one");
        card.getByText("Start a path here").click();
        assertThat(card).containsText("Now choose the song where the path ends.");
        page.getByLabel("Find a song on the map").fill("B one one");
        card.getByText("End the path here").click();
        assertThat(legend).containsText("Songs on the path: 7");
        assertThat(page).hasURL(Pattern.compile("map\\?user=tim.*&from=a11&to=b11"));
        assertThat((List<?>) page.evaluate(CROWDED)).isEmpty();
        page.getByLabel("Find a song on the map").fill("");
        page.reload();
        assertThat(legend).containsText("Songs on the path: 7");
        requireAccessibleOnEveryScreen(page, "map-path");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove the path"))
                .click();
        assertThat(legend).not().containsText("path");
    }

    @Test
    void nameOfNobody_isToldAtTheField() {
        Page page = openMap(Screen.PHONE, "map?user=nobody-here");

        assertThat(page.locator("#map-user-problem")).containsText("nobody-here");
        assertThat(page.locator("#map-legend li")).hasCount(0);
    }
}
