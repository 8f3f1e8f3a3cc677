package org.segue.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.BrowserSession;
import org.segue.testsupport.BrowserSession.Screen;
import org.segue.testsupport.DumpServer;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.KeyboardVisitor;
import org.segue.testsupport.ServiceProcess;

/**
 * The first hour of somebody who has read nothing: from a fresh service to songs, by keyboard alone and in at most ten clicks. The service
 * is started as the README's first command does it, but for its folder, its port and the mirror.
 */
class FirstHourIT {

    private static final int MAX_CLICKS = 10;
    private static final double PATIENCE_MILLIS = Duration.ofMinutes(2).toMillis();
    private static final Pattern CODE = Pattern.compile("the code (\\d{6})");

    private @Nullable ServiceProcess running;
    private @Nullable BrowserSession session;

    @BeforeEach
    void openBrowser() {
        session = BrowserSession.openOrSkip();
    }

    @AfterEach
    void end() {
        requireNonNull(session).closePages();
        if (running != null) {
            running.close();
        }
    }

    private Page start(String name, boolean demo, String mirror, String claim) throws IOException {
        Path folder = ServiceProcess.freshFolder(name);
        ServiceProcess service = ServiceProcess.start(
                folder,
                Map.of("SEGUE_BACKGROUND_URL", mirror),
                List.of("segue.access.admin-token=", "segue.demo=" + demo, "segue.access.claim=" + claim));
        running = service;
        Page page = requireNonNull(session).page(Screen.DESKTOP, ColorScheme.LIGHT);
        page.navigate(service.client().address());
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    @Test
    void demo_ownHistory_listenBrainz_tenRealSongsWithReasons() throws Exception {
        try (DumpServer mirror = new DumpServer()) {
            for (int dump = 1; dump <= 3; dump++) {
                mirror.add(
                        dump,
                        Map.of("2026/11", DumpServer.listeners("stranger-" + dump + "-", 60, 80, now() - 90_000)));
            }
            Page page = start("first-hour-demo", true, mirror.address().toString(), "loopback");
            BrowserSession.reloadUntil(page, () -> page.locator("#demo").count() == 1);
            assertThat(page.locator("#demo")).containsText("1,800 made-up listeners");
            KeyboardVisitor visitor = new KeyboardVisitor(page);

            visitor.enter(link(page, "Use your own history"));
            visitor.send(page.getByLabel("Names"), "Anna");
            visitor.file(page.getByLabel("Files with Anna’s history"), spotify());
            visitor.enter(button(page, "Preview for Anna"));
            assertThat(page.getByLabel("Remove the demo data")).isChecked();
            visitor.enter(button(page, Pattern.compile("^Import \\d+ plays$")));
            assertThat(page.locator("#done h2")).containsText("plays for Anna", soon());
            visitor.enter(link(page, "Set up Segue"));
            assertThat(page.locator("#demo")).hasCount(0);
            visitor.enter(button(page, "Load and train"));
            assertThat(page.locator("#jobs")).containsText("background listeners", soon());
            BrowserSession.reloadUntil(page, () -> isModelOfEverything(page));
            assertThat(page.locator("#ready")).containsText("Segue has learned from everything here.", soon());
            visitor.enter(link(page, "Anna: see recommendations"));

            assertThat(page.locator(".song")).hasCount(10, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator(".song .because")).hasCount(10);
            for (String title : page.locator(".song .title").allInnerTexts()) {
                assertThat(title).as("a song of the background").matches("Public \\d\\d");
            }
            assertThat(page.locator(".song .tag")).hasCount(0);
            BrowserSession.screenshot(page, "first-hour-answer");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
        }
    }

    @Test
    void oneListener_aSongModel_tenRealSongsWithReasons() throws Exception {
        Path model = SongModelSamples.write(
                ServiceProcess.freshFolder("first-hour-model").resolve("made.segue-model"), 60);
        Page page = start("first-hour-song-model", false, "http://127.0.0.1:9/", "loopback");
        KeyboardVisitor visitor = new KeyboardVisitor(page);

        visitor.send(page.getByLabel("Names"), "Anna");
        visitor.file(page.getByLabel("Files with Anna’s history"), playedOfModel());
        visitor.enter(button(page, "Preview for Anna"));
        visitor.enter(button(page, Pattern.compile("^Import \\d+ plays$")));
        assertThat(page.locator("#done h2")).containsText("plays for Anna", soon());
        visitor.enter(link(page, "Set up Segue"));
        visitor.file(
                page.getByLabel("Song model file"),
                new FilePayload("made.segue-model", "application/zip", Files.readAllBytes(model)));
        visitor.enter(button(page, "Show what it is"));
        assertThat(page.locator("#song-model")).containsText("CC0-1.0");
        visitor.enter(button(page, "Use this song model"));
        BrowserSession.reloadUntil(page, () -> page.locator("#jobs").innerText().contains("in use"));
        visitor.enter(link(page, "Anna: see recommendations"));

        assertThat(page.locator(".song")).hasCount(10, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".song .because")).hasCount(10);
        assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
    }

    private static FilePayload playedOfModel() {
        StringBuilder table = new StringBuilder("artist,title,listened_at\n");
        for (int song = 0; song < 12; song++) {
            table.append("Artist %d,Song %d,%s%n"
                    .formatted(song / 3, song, Instant.ofEpochSecond(now() - 100_000L * (song + 1))));
        }
        return new FilePayload("played.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    // Forty songs that strangers of the mirror play as well.
    private static FilePayload spotify() throws IOException {
        StringBuilder plays = new StringBuilder("[");
        for (int play = 0; play < 120; play++) {
            int song = play % 40;
            plays.append(play == 0 ? "" : ",")
                    .append(("{\"ts\":\"%s\",\"ms_played\":200000,\"master_metadata_track_name\":\"Public %02d\","
                                    + "\"master_metadata_album_artist_name\":\"Artist %d\"}")
                            .formatted(Instant.ofEpochSecond(now() - 300L * (200 - play)), song, song / 4));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("Spotify Extended Streaming History/Streaming_History_Audio_2026_0.json"));
            zip.write(plays.append(']').toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return new FilePayload("my_spotify_data.zip", "application/zip", packed.toByteArray());
    }

    @Test
    void oneListener_datedPlays_noBackground() throws Exception {
        Page page = start("first-hour-one", false, "http://127.0.0.1:9/", "code");
        assertThat(page).hasURL(Pattern.compile("/start$"));
        KeyboardVisitor visitor = new KeyboardVisitor(page);

        visitor.type(page.getByLabel("Names"), "Anna");
        visitor.send(page.getByLabel("Six-digit code"), code());
        visitor.file(page.getByLabel("Files with Anna’s history"), dated());
        visitor.enter(button(page, "Preview for Anna"));
        visitor.enter(button(page, Pattern.compile("^Import \\d+ plays$")));
        assertThat(page.locator("#done h2")).containsText("plays for Anna", soon());
        visitor.enter(button(page, Pattern.compile("^Train now")));
        assertThat(page.locator("#done")).containsText("Segue has learned from it.", soon());
        visitor.enter(link(page, "See recommendations"));

        assertThat(page.locator("#ways")).isVisible();
        assertThat(page.locator("#rediscover")).isVisible();
        BrowserSession.screenshot(page, "first-hour-one");
        visitor.enter(page.locator("[aria-labelledby=rediscover] a").first());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Similar songs")))
                .isVisible();
        visitor.enter(page.locator("a[href*=radio]").first());
        assertThat(page.locator("main ol li, main ul li").first()).isVisible();
        BrowserSession.screenshot(page, "first-hour-radio");
        assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
        requireNonNull(running).stop();
    }

    @Test
    void oneListener_aLibrary_noBackground() throws Exception {
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME)) {
            List<FakeSong> songs = FakeLibrary.many(60);
            server.library().songs(songs);
            FakeLibrary.Account account = server.library().account("anna", "annas");
            for (int song = 0; song < 60; song += 3) {
                account.plays.put(songs.get(song).id(), 1 + song % 7);
                account.played.put(songs.get(song).id(), Instant.now());
            }
            account.stars.put(songs.get(0).id(), Instant.now());
            Page page = start("first-hour-library", false, "http://127.0.0.1:9/", "loopback");
            KeyboardVisitor visitor = new KeyboardVisitor(page);

            visitor.send(page.getByLabel("Names"), "Anna");
            visitor.enter(page.locator("#library > summary"));
            visitor.type(
                    page.getByLabel("Address of the server"), server.address().toString());
            visitor.type(page.getByLabel("User name on the server"), "anna");
            visitor.type(page.getByLabel("Password"), "annas");
            visitor.check(page.getByLabel("Take over play counts, too"));
            visitor.enter(button(page, "Connect and sync"));
            assertThat(page.locator("#sync")).containsText("60 songs on the server", soon());
            visitor.enter(button(page, "Train now"));
            visitor.enter(link(page, "See recommendations for Anna"));

            assertThat(page.locator("#results .song")).hasCount(10, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
            List<String> played = songs.stream()
                    .filter(song -> account.plays.containsKey(song.id()))
                    .map(FakeSong::title)
                    .toList();
            List<String> owned = songs.stream().map(FakeSong::title).toList();
            assertThat(page.locator("#results .song .title").allInnerTexts())
                    .doesNotContainAnyElementsOf(played)
                    .isSubsetOf(owned);
            BrowserSession.screenshot(page, "first-hour-library");
            assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
        }
    }

    private String code() {
        Matcher code = CODE.matcher(requireNonNull(running).log());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    // Sessions of an evening each; the oldest songs were not played for a year.
    private static FilePayload dated() {
        StringBuilder table = new StringBuilder("title,artist,listened_at\n");
        for (int play = 0; play < 600; play++) {
            int song = play % 10 + 10 * (play / 100);
            long at = now() - 86_400L * (600 - play) + 240L * (play % 10);
            table.append("Song %02d,Band %d,%s%n".formatted(song, song / 5, Instant.ofEpochSecond(at)));
        }
        return new FilePayload("plays.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tablesWithoutAColumnOfListeners() throws Exception {
        Page page = start("first-hour-tables", false, "http://127.0.0.1:9/", "loopback");
        KeyboardVisitor visitor = new KeyboardVisitor(page);

        visitor.send(page.getByLabel("Names"), "Anna, Ben");
        visitor.enter(link(page, "Import"));
        visitor.file(page.getByLabel("Choose files or drop them here"), counted("Song", 30));
        visitor.enter(button(page, "Preview import"));
        visitor.choose(page.getByLabel("Ben"));
        visitor.enter(button(page, Pattern.compile("^Import 30 rows$")));
        assertThat(page.locator("#done h2")).containsText("for Ben", soon());
        visitor.enter(button(page, Pattern.compile("^Train now")));
        assertThat(page.locator("#done")).containsText("Segue has learned from it.", soon());
        visitor.enter(link(page, "See recommendations"));

        assertThat(page.locator("#ways")).isVisible();
        BrowserSession.screenshot(page, "first-hour-tables");
        assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
    }

    private static FilePayload counted(String song, int songs) {
        StringBuilder table = new StringBuilder("artist,title,plays\n");
        for (int i = 0; i < songs; i++) {
            table.append("Band %d,%s %02d,%d%n".formatted(i / 5, song, i, 1 + i % 7));
        }
        return new FilePayload("table.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoListeners_oneAfterTheOther() throws Exception {
        Page page = start("first-hour-two", false, "http://127.0.0.1:9/", "loopback");
        KeyboardVisitor visitor = new KeyboardVisitor(page);

        visitor.send(page.getByLabel("Names"), "Anna, Ben");
        for (String name : List.of("Anna", "Ben")) {
            visitor.file(
                    page.getByLabel("Files with " + name + "’s history"),
                    counted("Song", name.equals("Anna") ? 50 : 30));
            visitor.enter(button(page, "Preview for " + name));
            visitor.enter(button(page, Pattern.compile("^Import \\d+ rows$")));
            assertThat(page.locator("#done h2")).containsText("for " + name, soon());
            if (name.equals("Anna")) {
                visitor.enter(link(page, "Set up Segue"));
            }
        }
        visitor.enter(button(page, Pattern.compile("^Train now")));
        assertThat(page.locator("#done")).containsText("Segue has learned from it.", soon());
        visitor.enter(link(page, "See recommendations"));

        assertThat(page.locator("#results .song").first()).isVisible();
        BrowserSession.screenshot(page, "first-hour-two");
        assertThat(visitor.clicks()).isLessThanOrEqualTo(MAX_CLICKS);
    }

    @Test
    void restart_doesNotOpenTheClaimAgain() throws Exception {
        Path folder = ServiceProcess.freshFolder("first-hour-restart");
        List<String> fresh = List.of("segue.access.admin-token=", "segue.access.claim=loopback");
        try (ServiceProcess first = ServiceProcess.start(folder, Map.of(), fresh)) {
            assertThat(first.log()).contains("This Segue is new");
            assertThat(first.stop()).as(first.log()).isEqualTo(143);
        }
        running = ServiceProcess.start(folder, Map.of(), fresh);
        Page page = requireNonNull(session).page(Screen.PHONE, ColorScheme.LIGHT);
        page.navigate(running.client().address());

        assertThat(page.locator("main")).containsText("Setting up is for the administrator.");
        assertThat(page.getByLabel("Names")).hasCount(0);
        assertThat(running.log()).doesNotContain("This Segue is new");
    }

    // Whoever looks at once may still see what was learned before.
    private static boolean isModelOfEverything(Page page) {
        JsonPath status = new JsonPath(page.evaluate("async () => (await fetch('./api/status')).text()")
                .toString());
        return status.getInt("population") > 0
                && status.get("training") == null
                && status.getInt("model.interactionsSince") == 0;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
