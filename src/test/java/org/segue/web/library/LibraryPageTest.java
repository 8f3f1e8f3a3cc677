package org.segue.web.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Jobs;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer.Fault;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;
import org.segue.testsupport.Services;

/** The pages of libraries as browsers without script use them. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class LibraryPageTest {

    private static final String PASSWORD = "anna's <secret> pässword";
    private static final String UNTRUSTED = "<img src=x onerror=alert(1)>";

    private final FakeSubsonic server = new FakeSubsonic(Dialect.NAVIDROME);
    private final FakeLibrary.Account account = server.library().account("anna", PASSWORD);

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
        Asking.tokenOf("Anna");
        server.library().songs(FakeLibrary.many(30));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String listener() {
        return given().get("/api/users?q=anna").jsonPath().getString("items[0].id");
    }

    private Map<String, String> form(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "kind", "subsonic",
                "url", server.address().toString(),
                "listener", listener(),
                "user", "anna",
                "password", PASSWORD,
                "stars", "true",
                "ratings", "true"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    /** Connects the server, and waits for the first sync. */
    private String connected() {
        String page = send("/library", form())
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^(https?://[^/]+)?(\\./|/)?", "/");
        assertThat(page).matches("/library/\\d+");
        synced(page);
        return page;
    }

    private static String synced(String page) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> get(page), shown -> shown.contains("Sync now"));
    }

    private static String get(String page) {
        return given().get(page).then().statusCode(200).extract().asString();
    }

    private static ValidatableResponse refused(Map<String, String> form) {
        return send("/library", form).statusCode(422);
    }

    @Test
    void connect_saysWhatItFound_andReadsTheSongs() {
        account.stars.put(server.library().songs().get(0).id(), Instant.now());
        String page = connected();

        String shown = get(page);
        assertThat(shown)
                .contains("<bdi>Navidrome</bdi>", "0.63.2-SNAPSHOT", "<code>formPost</code>")
                .contains("30 songs on the server", "30 new", "1 star, rating or play count updated")
                .contains("<dt>New to Segue</dt><dd>30 songs</dd>")
                .contains("as anna")
                .doesNotContain(PASSWORD);
        assertThat(get("/library")).contains("Navidrome", "30 songs", "1 account", ">ready</span>");
        given().get("/start").then().body(containsString("Connect another one, or another account"));
    }

    @Test
    void whatIsWrong_isSaidAtItsField_andNothingIsKept() {
        refused(form("url", "")).body(containsString("Enter the address of the server."));
        refused(form("url", "http://anna:x@music/")).body(containsString("without a user name"));
        refused(form("user", "")).body(containsString("Enter the user name on the server."));
        refused(form("password", "")).body(containsString("Enter the password or the API key."));
        refused(form("url", "http://169.254.169.254"))
                .body(containsString("id=\"server-url-problem\" role=\"alert\">Segue doesn"));
        String wrong = refused(form("password", "wrong")).extract().asString();
        assertThat(wrong)
                .containsPattern("id=\"connect-password-problem\" role=\"alert\">[^<]{20,}")
                .contains("value=\"anna\"", "value=\"" + server.address() + "\"")
                .doesNotContain("value=\"wrong\"");

        server.fault(Fault.HTML);
        refused(form()).body(containsString("id=\"server-url-problem\" role=\"alert\">"));
        server.fault(Fault.FAILED);
        refused(form()).body(containsString("id=\"server-url-problem\" role=\"alert\">"));
        server.close();
        assertThat(refused(form()).extract().asString())
                .containsPattern("id=\"server-url-problem\" role=\"alert\">[^<]*reached");
        assertThat(get("/library")).contains("Connect a music server").doesNotContain("account</span>");
    }

    @Test
    void certificateThatNobodyTrusts_isSaidAtTheAddress() {
        try (FakeSubsonic secure = new FakeSubsonic(Dialect.NAVIDROME, server.library(), true)) {
            refused(form("url", secure.address().toString()))
                    .body(containsString("id=\"server-url-problem\" role=\"alert\">"))
                    .body(containsString("certificate"));
        }
    }

    @Test
    void namesOfServers_areTextAndNothingElse() {
        List<FakeLibrary.FakeSong> songs = List.of(FakeLibrary.song("1", UNTRUSTED, UNTRUSTED + " song", UNTRUSTED));
        server.library().songs(songs);
        String page = connected();
        send(page, form("name", UNTRUSTED)).statusCode(303);

        for (String shown : List.of(get(page + "?from=0"), get("/library"), get("/start"))) {
            assertThat(shown).doesNotContain(UNTRUSTED).contains("&lt;img src=x");
        }
    }

    @Test
    void serverThatLosesItsSongs_isAskedAbout_beforeTheyAreForgotten() {
        String page = connected();
        server.library().songs(FakeLibrary.many(5));
        send(page + "/sync", Map.of()).statusCode(303);
        assertThat(synced(page))
                .contains("25 of 30 songs are no longer on the server.", "Yes, forget 25 songs")
                .contains("30 songs");
        assertThat(get("/library")).contains(">needs you</span>");

        send(page + "/sync", Map.of("forget", "true")).statusCode(303);
        assertThat(synced(page)).contains("5 songs on the server", "25 gone").doesNotContain("Yes, forget");
    }

    @Test
    void accounts_areAddedChangedAndRemoved() {
        String page = connected();
        Asking.tokenOf("Ben");
        String ben = given().get("/api/users?q=ben").jsonPath().getString("items[0].id");
        assertThat(get(page)).contains("<option value=\"" + ben + "\">Ben</option>");
        server.library().account("ben", "bens");
        send(page + "/logins", Map.of("listener", ben, "user", "ben", "password", "wrong"))
                .statusCode(422)
                .body(containsString("id=\"added-password-problem\" role=\"alert\">"));
        send(page + "/logins", Map.of("listener", ben, "user", "anna", "password", PASSWORD, "stars", "true"))
                .statusCode(422)
                .body(containsString("Anna already signs in to"));
        send(page + "/logins", Map.of("listener", ben, "user", "ben", "password", "bens", "stars", "true"))
                .statusCode(303);

        String shown = synced(page);
        String login = login(shown, "ben");
        assertThat(shown).contains("as ben").doesNotContain(">Ben</option>");
        send(login, Map.of("lovesOut", "true")).statusCode(303);
        assertThat(get(page)).containsPattern("name=\"lovesOut\" value=\"true\" checked");
        send(login, Map.of("password", "not it"))
                .statusCode(422)
                .body(containsString("aria-invalid=\"true\" autofocus"));
        send(login + "/remove", Map.of()).statusCode(303);
        assertThat(get(page)).doesNotContain("as ben");
        send("/library/999999/logins/1", Map.of()).statusCode(404);
    }

    // The address of the form of an account.
    private static String login(String page, String user) {
        Matcher login = Pattern.compile("as " + user
                        + "</span></span>\\s*<form method=\"post\" action=\"\\.\\./(library/\\d+/logins/\\d+)/remove\"")
                .matcher(page);
        assertThat(login.find()).isTrue();
        return "/" + login.group(1);
    }

    @Test
    void passwordThatNoLongerOpens_isAskedForAgain() {
        String page = connected();
        account.password = "another";
        send(page + "/sync", Map.of()).statusCode(303);
        String shown = synced(page);
        assertThat(shown).contains("Needs its password again").containsPattern("class=\"problem\"[^>]*>[^<]{20,}");

        send(login(shown, "anna"), Map.of("password", "another", "stars", "true"))
                .statusCode(303);
        assertThat(synced(page)).doesNotContain("Needs its password again");
    }

    @Test
    void tokenForMixes_isShownOnce_andRevoked() {
        String page = connected();
        String made = send(page + "/token", Map.of()).statusCode(200).extract().asString();
        Matcher secret = Pattern.compile("value=\"([0-9a-f-]{36})\"").matcher(made);
        assertThat(secret.find()).isTrue();
        assertThat(made).contains("Segue shows it only once");

        assertThat(get(page)).doesNotContain(secret.group(1)).contains("Replace the token");
        send(page + "/token/revoke", Map.of()).statusCode(303);
        assertThat(get(page)).contains("Create a token for mixes");
        send("/library/999999/token", Map.of()).statusCode(404);
    }

    @Test
    void library_isRenamed_andRemoved() {
        String page = connected();
        send(page, form("name", "Kitchen", "webUrl", "https://music.example.org", "folder", "/music"))
                .statusCode(303);
        assertThat(get(page))
                .contains("<h1><bdi>Kitchen</bdi></h1>", "href=\"https://music.example.org\"", "Open Kitchen")
                .contains("value=\"/music\"");
        send(page, form("url", "nonsense here")).statusCode(422).body(containsString("Enter an address such as"));

        send(page + "/remove", Map.of()).statusCode(303);
        given().get(page).then().statusCode(404);
        send(page + "/remove", Map.of()).statusCode(303);
        send(page + "/sync", Map.of()).statusCode(303);
    }

    @Test
    void songsWithOtherSpellings_areOffered_andAcceptedOrRefused() {
        Jobs.importedTable(
                "source=own", "user,title,artist,plays\nAnna,The Lantern Weather,Mira,3\nAnna,Harbour Lights,Mira,3\n");
        server.library()
                .songs(List.of(
                        FakeLibrary.song("1", "Mira", "The Lantern Weatherr", "Rooms"),
                        FakeLibrary.song("2", "Mira", "Harbour Light", "Rooms")));
        String page = connected();

        String shown = get(page + "?from=0");
        assertThat(shown).contains("<strong><bdi>The Lantern Weatherr</bdi></strong>", "Is it one of these");
        answer(page, shown, "1", "true");
        shown = get(page + "?from=0");
        assertThat(shown).contains("<dt>Matched by hand</dt><dd>1 song</dd>");
        answer(page, shown, "2", "false");
        assertThat(get(page + "?from=0")).contains("Harbour Light<").doesNotContain("Is it one of these");
    }

    private static void answer(String page, String shown, String song, String accept) {
        Matcher is = Pattern.compile(
                        "name=\"song\" value=\"" + song + "\"><input type=\"hidden\" name=\"is\" value=\"([^\"]+)\"")
                .matcher(shown);
        assertThat(is.find()).isTrue();
        send(page + "/matches", Map.of("song", song, "is", is.group(1), "accept", accept, "from", "0"))
                .statusCode(303);
    }

    @Test
    void unmatchedSongs_comeInPages() {
        server.library().songs(FakeLibrary.many(60));
        String page = connected();

        assertThat(get(page + "?from=25")).contains("26–50 of 60", "?from=50#unmatched", "?from=0#unmatched");
        assertThat(get(page + "?from=50")).contains("51–60 of 60").doesNotContain("?from=60");
        assertThat(get(page + "?from=nonsense")).contains("1–25 of 60");
    }

    @Test
    void otherThanTheAdministrator_seesNothing() {
        String page = connected();
        String token = Asking.tokenOf("Anna");
        Asking.bearer(token)
                .redirects()
                .follow(false)
                .accept("text/html")
                .get(page)
                .then()
                .statusCode(303);
        String shown = Asking.bearer(token).accept("text/html").get("/library").asString();
        assertThat(shown).contains("Only the administrator can do this.").doesNotContain("Navidrome");
    }
}
