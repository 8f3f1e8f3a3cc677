package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;

/**
 * Who may do what, with which credential: a row for every operation of the OpenAPI document, and for what it leaves out. A
 * new operation without a row fails.
 */
abstract class AccessMatrix {

    private static final String OWN = "matrix-own";
    private static final String OTHER = "matrix-other";

    private static final Map<String, Map<String, Object>> QUERIES = Map.of(
            "/1/latest-import", Map.of("user_name", OWN),
            "/apis/listenbrainz/1/latest-import", Map.of("user_name", OWN),
            "/1/latest-import/", Map.of("user_name", OWN),
            "/api/playlists", Map.of("user", OWN),
            "/api/users/{user}/playing/events", Map.of("seconds", 1));

    /**
     * One operation.
     *
     * @param path with {@code {user}} where the user's id stands
     * @param open the least while access is not required
     * @param required the least while it is
     * @param body something that is refused behind the check, so that nothing happens
     */
    record Row(String method, String path, Least open, Least required, String body) {

        /** Whether the user would be gone for the rows to come. */
        boolean forgets() {
            return method.equals("DELETE") && path.endsWith("/{user}");
        }
    }

    static Row read(String path, Least required) {
        return new Row("GET", path, Least.NOBODY, required, "");
    }

    static Row write(String method, String path, Least least) {
        return new Row(method, path, least, least, "{");
    }

    private static final List<Row> API = List.of(
            read("/api/artists", Least.ANYBODY_KNOWN),
            read("/api/artists/{artist}/similar", Least.ANYBODY_KNOWN),
            write("POST", "/api/backup", Least.ADMINISTRATOR),
            read("/api/backgrounds", Least.ADMINISTRATOR),
            write("POST", "/api/backgrounds", Least.ADMINISTRATOR),
            new Row("GET", "/api/backgrounds/offers", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            new Row("GET", "/api/backgrounds/offers/song-model", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            read("/api/backgrounds/{id}", Least.ADMINISTRATOR),
            write("DELETE", "/api/backgrounds/{id}", Least.ADMINISTRATOR),
            read("/api/backgrounds/{id}/events", Least.ADMINISTRATOR),
            write("DELETE", "/api/demo", Least.ADMINISTRATOR),
            read("/api/imports", Least.ADMINISTRATOR),
            read("/api/people/doubles", Least.ADMINISTRATOR),
            write("POST", "/api/imports", Least.ADMINISTRATOR),
            write("POST", "/api/imports/preview", Least.ADMINISTRATOR),
            read("/api/imports/{id}", Least.ADMINISTRATOR),
            read("/api/imports/columns", Least.ADMINISTRATOR),
            write("DELETE", "/api/imports/columns/{id}", Least.ADMINISTRATOR),
            write("DELETE", "/api/imports/{id}", Least.ADMINISTRATOR),
            read("/api/imports/{id}/events", Least.ADMINISTRATOR),
            new Row("GET", "/api/libraries/{id}/logins/{login}/lists", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("PUT", "/api/libraries/{id}/logins/{login}/lists", Least.ADMINISTRATOR),
            write("POST", "/api/libraries/{id}/logins/{login}/lists", Least.ADMINISTRATOR),
            write("POST", "/api/libraries/{id}/token", Least.ADMINISTRATOR),
            write("DELETE", "/api/libraries/{id}/token", Least.ADMINISTRATOR),
            read("/api/map", Least.ANYBODY_KNOWN),
            read("/api/models", Least.ANYBODY_KNOWN),
            read("/api/models/{version}", Least.ANYBODY_KNOWN),
            write("POST", "/api/models", Least.ADMINISTRATOR),
            write("DELETE", "/api/models/{version}", Least.ADMINISTRATOR),
            new Row("GET", "/api/models/{version}/export", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("POST", "/api/models/{version}/activate", Least.ADMINISTRATOR),
            write("POST", "/api/session", Least.NOBODY),
            write("DELETE", "/api/session", Least.NOBODY),
            read("/api/playlists", Least.THE_USER),
            write("POST", "/api/playlists", Least.ANYBODY_KNOWN),
            read("/api/playlists/{id}", Least.ANYBODY_KNOWN),
            write("DELETE", "/api/playlists/{id}", Least.ANYBODY_KNOWN),
            read("/api/songs", Least.ANYBODY_KNOWN),
            read("/api/songs/merges", Least.ANYBODY_KNOWN),
            write("DELETE", "/api/songs/merges/{song}", Least.ADMINISTRATOR),
            read("/api/songs/{song}", Least.ANYBODY_KNOWN),
            read("/api/songs/{song}/path/{to}", Least.ANYBODY_KNOWN),
            read("/api/songs/{song}/radio", Least.ANYBODY_KNOWN),
            read("/api/songs/{song}/similar", Least.ANYBODY_KNOWN),
            read("/api/status", Least.ANYBODY_KNOWN),
            new Row("GET", "/api/libraries", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("POST", "/api/libraries", Least.ADMINISTRATOR),
            new Row("GET", "/api/libraries/{id}", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("PATCH", "/api/libraries/{id}", Least.ADMINISTRATOR),
            write("DELETE", "/api/libraries/{id}", Least.ADMINISTRATOR),
            write("POST", "/api/libraries/{id}/logins", Least.ADMINISTRATOR),
            write("PATCH", "/api/libraries/{id}/logins/{login}", Least.ADMINISTRATOR),
            write("DELETE", "/api/libraries/{id}/logins/{login}", Least.ADMINISTRATOR),
            write("POST", "/api/libraries/{id}/sync", Least.ADMINISTRATOR),
            new Row("GET", "/api/libraries/{id}/syncs/{sync}", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("DELETE", "/api/libraries/{id}/syncs/{sync}", Least.ADMINISTRATOR),
            new Row("GET", "/api/libraries/{id}/syncs/{sync}/events", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            new Row("GET", "/api/libraries/{id}/songs", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("POST", "/api/libraries/{id}/matches", Least.ADMINISTRATOR),
            new Row("GET", "/api/tokens", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            write("POST", "/api/tokens", Least.ADMINISTRATOR),
            write("DELETE", "/api/tokens/{id}", Least.ADMINISTRATOR),
            read("/api/trainings", Least.ADMINISTRATOR),
            write("POST", "/api/trainings", Least.ADMINISTRATOR),
            read("/api/trainings/{id}", Least.ADMINISTRATOR),
            write("DELETE", "/api/trainings/{id}", Least.ADMINISTRATOR),
            read("/api/trainings/{id}/events", Least.ADMINISTRATOR),
            read("/api/users", Least.ADMINISTRATOR),
            read("/api/users/{user}", Least.THE_USER),
            write("DELETE", "/api/users/{user}", Least.ADMINISTRATOR),
            write("POST", "/api/users/{user}/aliases", Least.ADMINISTRATOR),
            new Row("GET", "/api/users/{user}/export", Least.THE_USER, Least.THE_USER, ""),
            read("/api/users/{user}/listens", Least.THE_USER),
            read("/api/users/{user}/missing", Least.THE_USER),
            read("/api/users/{user}/outcomes", Least.THE_USER),
            read("/api/users/{user}/playing/events", Least.THE_USER),
            write("DELETE", "/api/users/{user}/listens/{id}", Least.THE_USER),
            read("/api/users/{user}/feedback", Least.THE_USER),
            write("PUT", "/api/users/{user}/feedback/songs/{song}", Least.THE_USER),
            write("DELETE", "/api/users/{user}/feedback/songs/{song}", Least.THE_USER),
            write("PUT", "/api/users/{user}/feedback/artists/{artist}", Least.THE_USER),
            write("DELETE", "/api/users/{user}/feedback/artists/{artist}", Least.THE_USER),
            new Row(
                    "POST",
                    "/recommend",
                    Least.NOBODY,
                    Least.THE_USER,
                    "{\"user\":\"{user}\",\"n\":1,\"explain\":false}"));

    /** The protocol goes by users' tokens alone: to it a wrong one, and the administrator's, is as none. */
    private static final List<Row> PROTOCOL = List.of(
            read("/1/validate-token", Least.NOBODY),
            write("POST", "/1/submit-listens", Least.ANYBODY_KNOWN),
            read("/1/latest-import", Least.THE_USER),
            write("POST", "/1/latest-import", Least.ANYBODY_KNOWN),
            read("/1/user/{user}/listens", Least.THE_USER),
            read("/1/user/{user}/listen-count", Least.THE_USER),
            read("/1/user/{user}/playing-now", Least.THE_USER),
            write("POST", "/1/delete-listen", Least.ANYBODY_KNOWN),
            read("/1/user/{user}/playlists/createdfor", Least.THE_USER),
            read("/1/playlist/{playlist}", Least.ANYBODY_KNOWN),
            read("/1/playlist/{playlist}/xspf", Least.ANYBODY_KNOWN),
            read("/1/cf/recommendation/user/{user}/recording", Least.THE_USER),
            write("POST", "/1/feedback/recording-feedback", Least.ANYBODY_KNOWN),
            read("/1/feedback/user/{user}/get-feedback", Least.THE_USER),
            read("/1/feedback/user/{user}/get-feedback-for-recordings", Least.THE_USER),
            read("/1/user/{user}/playlists", Least.THE_USER),
            write("POST", "/1/playlist/create", Least.ANYBODY_KNOWN),
            write("POST", "/1/playlist/edit/{playlist}", Least.ANYBODY_KNOWN),
            write("POST", "/1/playlist/{playlist}/delete", Least.ANYBODY_KNOWN),
            read("/1/{user}/pins", Least.THE_USER),
            read("/1/{user}/pins/current", Least.THE_USER),
            read("/1/{user}/pins/following", Least.THE_USER),
            read("/1/stats/user/{user}/artists", Least.THE_USER),
            read("/1/stats/user/{user}/recordings", Least.THE_USER),
            read("/1/stats/user/{user}/releases", Least.THE_USER),
            read("/1/stats/user/{user}/release-groups", Least.THE_USER),
            read("/1/stats/user/{user}/listening-activity", Least.THE_USER),
            read("/1/metadata/recording", Least.ANYBODY_KNOWN),
            new Row("POST", "/1/metadata/recording", Least.NOBODY, Least.ANYBODY_KNOWN, "{"));

    /** Last.fm's protocols go by what is in their fields: nothing before these is asked for, and nothing refused. */
    private static final List<Row> LAST_FM = List.of(
            read("/2.0", Least.NOBODY),
            write("POST", "/2.0", Least.NOBODY),
            read("/1.2", Least.NOBODY),
            write("POST", "/1.2/now-playing/{client}", Least.NOBODY),
            write("POST", "/1.2/submissions/{client}", Least.NOBODY));

    /** What the OpenAPI document does not tell of. */
    private static final List<Row> PAGES = List.of(
            read("/?user={user}&n=1", Least.THE_USER),
            read("/?user={user}&user=matrix-other&n=1", Least.ADMINISTRATOR),
            read("/", Least.ANYBODY_KNOWN),
            read("/playlist?user={user}&n=1&format=csv", Least.THE_USER),
            read("/playlist?user={user}&user=matrix-other&n=1&format=csv", Least.ADMINISTRATOR),
            write("POST", "/playlist?user={user}&n=1&owner={user}", Least.ANYBODY_KNOWN),
            read("/playlist/999999", Least.ANYBODY_KNOWN),
            write("POST", "/playlist/999999/save", Least.ANYBODY_KNOWN),
            write("POST", "/playlist/999999/delete", Least.ANYBODY_KNOWN),
            read("/playlists", Least.ANYBODY_KNOWN),
            read("/playlists?user={user}", Least.THE_USER),
            read("/people/{user}", Least.THE_USER),
            read("/people/{user}/year/2026", Least.THE_USER),
            read("/people/{user}/year/2026/picture", Least.THE_USER),
            read("/people/{user}/missing", Least.THE_USER),
            new Row("GET", "/people/{user}/admin", Least.ADMINISTRATOR, Least.ADMINISTRATOR, ""),
            read("/people", Least.ADMINISTRATOR),
            write("POST", "/people/{user}/feedback", Least.THE_USER),
            write("POST", "/people/{user}/listens", Least.THE_USER),
            write("POST", "/people/{user}", Least.ADMINISTRATOR),
            write("POST", "/people/{user}/forget", Least.ADMINISTRATOR),
            write("POST", "/songs/999999", Least.ANYBODY_KNOWN),
            write("POST", "/songs/999999/apart", Least.ADMINISTRATOR),
            write("POST", "/artists/999999", Least.ANYBODY_KNOWN),
            read("/docs", Least.NOBODY),
            read("/docs/import", Least.NOBODY),
            read("/search", Least.ANYBODY_KNOWN),
            read("/search?q={user}", Least.ANYBODY_KNOWN),
            read("/library", Least.ANYBODY_KNOWN),
            read("/library/999999", Least.ANYBODY_KNOWN),
            write("POST", "/library", Least.ADMINISTRATOR),
            write("POST", "/library/999999", Least.ADMINISTRATOR),
            write("POST", "/library/999999/sync", Least.ADMINISTRATOR),
            write("POST", "/library/999999/cancel", Least.ADMINISTRATOR),
            write("POST", "/library/999999/matches", Least.ADMINISTRATOR),
            write("POST", "/library/999999/train", Least.ADMINISTRATOR),
            write("POST", "/library/999999/token", Least.ADMINISTRATOR),
            write("POST", "/library/999999/token/revoke", Least.ADMINISTRATOR),
            write("POST", "/library/999999/remove", Least.ADMINISTRATOR),
            write("POST", "/library/999999/logins", Least.ADMINISTRATOR),
            write("POST", "/library/999999/logins/999999", Least.ADMINISTRATOR),
            write("POST", "/library/999999/logins/999999/remove", Least.ADMINISTRATOR),
            write("POST", "/library/999999/logins/999999/lists", Least.ADMINISTRATOR),
            read("/tokens", Least.ANYBODY_KNOWN),
            write("POST", "/tokens", Least.ADMINISTRATOR),
            write("POST", "/tokens/{id}/revoke", Least.ADMINISTRATOR),
            read("/imports", Least.ADMINISTRATOR),
            write("POST", "/imports", Least.ADMINISTRATOR),
            write("POST", "/imports/{id}/undo", Least.ADMINISTRATOR),
            write("POST", "/imports/train", Least.ADMINISTRATOR),
            write("POST", "/imports/columns/{id}/forget", Least.ADMINISTRATOR),
            write("POST", "/models", Least.ADMINISTRATOR),
            write("POST", "/models/{version}/delete", Least.ADMINISTRATOR),
            write("POST", "/models/{version}/activate", Least.ADMINISTRATOR),
            write("POST", "/models/trainings/{id}/cancel", Least.ADMINISTRATOR),
            read("/map?list=1&user={user}", Least.THE_USER),
            read("/models", Least.ANYBODY_KNOWN),
            read("/map", Least.ANYBODY_KNOWN),
            read("/api/map?user={user}", Least.THE_USER),
            read("/songs/999999", Least.ANYBODY_KNOWN),
            read("/songs/999999/radio", Least.ANYBODY_KNOWN),
            read("/songs/999999/radio/file", Least.ANYBODY_KNOWN),
            read("/artists/999999", Least.ANYBODY_KNOWN),
            read("/no/such/page", Least.ANYBODY_KNOWN),
            write("POST", "/no/such/page", Least.ADMINISTRATOR),
            write("PUT", "/api/no-such-call", Least.ADMINISTRATOR),
            read("/api/no-such-call", Least.ADMINISTRATOR),
            read("/start", Least.NOBODY),
            write("POST", "/start/listeners", Least.ADMINISTRATOR),
            write("POST", "/start/player", Least.ADMINISTRATOR),
            write("POST", "/start/background", Least.ADMINISTRATOR),
            write("POST", "/start/dataset", Least.ADMINISTRATOR),
            write("POST", "/start/song-model", Least.ADMINISTRATOR),
            write("POST", "/start/song-model/use", Least.ADMINISTRATOR),
            write("POST", "/start/backgrounds/{id}/undo", Least.ADMINISTRATOR),
            write("POST", "/start/demo", Least.ADMINISTRATOR),
            write("POST", "/start/train", Least.ADMINISTRATOR),
            read("/sign-in", Least.NOBODY),
            write("POST", "/language", Least.NOBODY),
            read("/assets/segue.css", Least.NOBODY),
            read("/q/health/ready", Least.NOBODY),
            read("/q/metrics", Least.ANYBODY_KNOWN),
            read("/q/openapi", Least.ANYBODY_KNOWN),
            read("/q/swagger-ui/", Least.ANYBODY_KNOWN));

    /** Whether access is required where the test runs. */
    abstract boolean isRequired();

    @Test
    void everyOperationOfTheDocument_hasARow() {
        Map<String, Map<String, Object>> paths = bearer(AdministratorHeader.TOKEN)
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(List.of("get", "put", "post", "delete", "patch", "head", "options")::contains)
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        List<String> rows = Stream.of(API, PROTOCOL, LAST_FM, MixRows.MIXES)
                .flatMap(List::stream)
                .map(row -> row.method() + " " + row.path())
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everyRowOfTheProtocol_isHeldTo_onEitherPath_withAndWithoutSlash() {
        String own = tokenOf(OWN);
        String other = tokenOf(OTHER);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : PROTOCOL) {
            Least least = isRequired() ? row.required() : row.open();
            for (String path : List.of(row.path(), "/apis/listenbrainz" + row.path(), row.path() + "/")) {
                Row asked = new Row(row.method(), path, row.open(), row.required(), row.body());
                check(softly, asked, "nobody", nobody(), least == Least.NOBODY);
                check(softly, asked, "a wrong token", player("no-such-token"), least == Least.NOBODY);
                check(softly, asked, "administrator", player(AdministratorHeader.TOKEN), least == Least.NOBODY);
                check(softly, asked, "another user", player(other), least != Least.THE_USER);
                check(softly, asked, "the user", player(own), true);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyRowOfMixes_isHeldTo_whoeverAsks() {
        String own = tokenOf(OWN);
        SoftAssertions softly = new SoftAssertions();
        for (List<Row> rows : List.of(MixRows.MIXES, MixRows.NO_MIXES)) {
            for (Row row : rows) {
                Least least = isRequired() ? row.required() : row.open();
                check(softly, row, "nobody", nobody(), least == Least.NOBODY);
                check(softly, row, "a wrong token", bearer("no-such-token"), false);
                check(softly, row, "the administrator", bearer(AdministratorHeader.TOKEN), false);
                check(softly, row, "a user", bearer(own), true);
            }
        }
        softly.assertAll();
    }

    // Nor does a browser's session, or what a proxy says, make anybody known there.
    @Test
    void everyRowOfLastFm_isAnsweredAlike_whoeverAsks() {
        String own = tokenOf(OWN);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : LAST_FM) {
            for (RequestSpecification request : List.of(
                    nobody(), bearer("no-such-token"), bearer(own), player(own), bearer(AdministratorHeader.TOKEN))) {
                check(softly, row, "anybody", request, true);
            }
        }
        softly.assertAll();
    }

    @Test
    void everyRow_isHeldTo_whoeverAsks() {
        String own = tokenOf(OWN);
        String other = tokenOf(OTHER);
        SoftAssertions softly = new SoftAssertions();
        for (List<Row> rows : List.of(API, PAGES)) {
            for (Row row : rows) {
                Least least = isRequired() ? row.required() : row.open();
                check(softly, row, "nobody", nobody(), least == Least.NOBODY);
                check(softly, row, "a wrong token", bearer("no-such-token"), false);
                check(softly, row, "another user", bearer(other), least.compareTo(Least.THE_USER) < 0);
                check(softly, row, "the user", bearer(own), least != Least.ADMINISTRATOR);
                check(softly, row, "the administrator", bearer(AdministratorHeader.TOKEN), true);
            }
        }
        softly.assertAll();
    }

    private static void check(
            SoftAssertions softly, Row row, String who, RequestSpecification request, boolean allowed) {
        if (!row.body().isEmpty()) {
            request.contentType("application/json").body(row.body().replace("{user}", OWN));
        }
        String path =
                row.path().replace("{user}", row.forgets() ? "nobody-yet" : OWN).replaceAll("\\{[a-z]+}", "999999");
        request.queryParams(QUERIES.getOrDefault(row.path(), Map.of()));
        Response response = request.redirects().follow(false).request(row.method(), path);
        softly.assertThat(response.statusCode() == 401 || response.statusCode() == 403)
                .as("%s %s is refused to %s: %d", row.method(), path, who, response.statusCode())
                .isEqualTo(!allowed);
    }
}
