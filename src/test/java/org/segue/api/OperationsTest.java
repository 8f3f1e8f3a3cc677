package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.storage.Database;

/** What holds for all addresses: their description, operations, limits, and who may change anything. */
@QuarkusTest
class OperationsTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Vertx vertx;

    @Inject
    Database database;

    @Test
    void openapi_describesEveryPathWithItsStatuses() {
        JsonPath api = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(api.<String, Object>getMap("paths"))
                .containsKeys(
                        "/recommend",
                        "/api/users",
                        "/api/songs",
                        "/api/map",
                        "/api/status",
                        "/api/imports",
                        "/api/imports/{id}",
                        "/api/imports/{id}/events",
                        "/api/trainings",
                        "/api/trainings/{id}",
                        "/api/trainings/{id}/events");
        assertStatuses(api, "/recommend", "post", Set.of("200", "400", "413", "415", "422", "503"));
        assertStatuses(api, "/api/users", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/users/{user}/playing/events", "get", Set.of("200", "404", "422", "429"));
        assertStatuses(api, "/api/users/{user}/outcomes", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/songs", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/map", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/status", "get", Set.of("200"));
        assertStatuses(api, "/api/backgrounds", "post", Set.of("202", "400", "404", "422", "503"));
        assertStatuses(api, "/api/backgrounds/{id}", "delete", Set.of("200", "404", "409"));
        assertStatuses(api, "/api/imports", "post", Set.of("202", "422", "503"));
        assertStatuses(api, "/api/imports/preview", "post", Set.of("200", "400", "404", "422", "503"));
        assertStatuses(api, "/api/libraries/{id}/logins/{login}/lists", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/libraries/{id}/logins/{login}/lists", "put", Set.of("200", "400", "404", "422"));
        assertStatuses(api, "/api/libraries/{id}/logins/{login}/lists", "post", Set.of("200", "404"));
        assertStatuses(api, "/api/imports/columns", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/imports/columns/{id}", "delete", Set.of("204", "404"));
        assertStatuses(api, "/api/imports", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/models", "post", Set.of("201", "400", "422", "503"));
        assertStatuses(api, "/api/models/{version}", "delete", Set.of("204", "404", "409"));
        assertStatuses(api, "/api/models/{version}/export", "get", Set.of("200", "404", "409", "503"));
        assertStatuses(api, "/api/imports/{id}", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/imports/{id}", "delete", Set.of("200", "404", "409"));
        assertStatuses(api, "/api/imports/{id}/events", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/trainings/{id}/events", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/trainings", "post", Set.of("202", "400", "409", "415", "422"));
        assertStatuses(api, "/api/trainings", "get", Set.of("200", "422"));
        assertStatuses(api, "/api/trainings/{id}", "get", Set.of("200", "404"));
        assertStatuses(api, "/api/trainings/{id}", "delete", Set.of("202", "404", "409"));
    }

    @Test
    void openapi_everyOperation_hasASummaryAndAStatusOfSuccess() {
        JsonPath api = given().queryParam("format", "json").get("/q/openapi").jsonPath();

        assertThat(api.getList("paths.values().collectMany { it.values() }.summary"))
                .doesNotContainNull();
        assertThat(api.getList("paths.values().collectMany { it.values() }.findAll { operation ->"
                        + " !operation.responses.keySet().any { it.startsWith('2') } }"))
                .isEmpty();
    }

    @Test
    void openapi_nestedRecords_areDescribedAsTheFlatJsonThatTheyAre() {
        JsonPath api = given().queryParam("format", "json").get("/q/openapi").jsonPath();

        assertProperties(
                api,
                "Training",
                "activated createdAt epoch error evaluation finishedAt hyperparameters id loss model progress reason"
                        + " secondsLeft stage startedAt status trials tune");
        assertProperties(
                api,
                "ImportJob",
                "badRows createdAt duplicates error files finishedAt format id interactionsAdded listeners listenersTotal listensAdded"
                        + " notes population progress rowsRead skipped source startedAt status");
        assertProperties(
                api,
                "ImportPreview",
                "badRows feedback files first format from interactions keptUntil lists listener listens named needsUser notes"
                        + " rowsRead skipped skips tables to upload users");
        assertProperties(
                api,
                "Hyperparameters",
                "batchSize confidence dimension epochs learningRate objective recency regularization regularizationScale"
                        + " seed unobservedWeight");
        assertProperties(
                api,
                "EvaluationSummary",
                "ahead coverage former heldOut itemCosine meanRmse ndcgAt10 novelty popularity recallAt10 rmse"
                        + " sessionCosine testUsers verdict");
        assertProperties(
                api,
                "ModelManifest",
                "activation createdAt database evaluation factorsSha256 formatVersion hyperparameters interactions losses meanMse"
                        + " measure software songModel songs testMse trainingSeconds trials users version");
        assertProperties(
                api,
                "RecommendedSong",
                "album artist artistId owned rank reasons reasonsTotal score song title untried why");
        assertProperties(api, "SimilarSong", "album artist artistId owned rank similarity song title");
        assertProperties(api, "MapSong", "artist artistId cluster heard listeners owned song title x y");
        assertProperties(api, "PlaylistSong", "album artist artistId durationMs isrc links mbid owned song title");
        assertProperties(
                api,
                "TrainingRequest",
                "batchSize confidence dimension epochs evaluate learningRate objective regularization seed tune"
                        + " unobservedWeight");
    }

    private static void assertProperties(JsonPath api, String schema, String names) {
        assertThat(api.<String, Object>getMap("components.schemas." + schema + ".properties"))
                .as(schema)
                .containsOnlyKeys(names.split(" "));
    }

    private static void assertStatuses(JsonPath api, String path, String method, Set<String> statuses) {
        String operation = "paths.'%s'.%s".formatted(path, method);
        assertThat(api.getString(operation + ".summary")).as(operation).isNotBlank();
        assertThat(api.<String, Object>getMap(operation + ".responses"))
                .as(operation)
                .containsKeys(statuses.toArray(String[]::new));
    }

    @Test
    void swaggerUi_answers() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void health_isReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metrics_haveSeguesOwn() {
        Jobs.imported("metrics", "user,song\nmet-a,met-x\n");
        given().contentType("application/json")
                .body("{\"user\":\"met-a\"}")
                .post("/recommend")
                .then()
                .statusCode(200);

        Jobs.eventually(() -> given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("segue_imports_total{status=\"completed\"}"))
                .body(containsString("segue_imports_rows_total"))
                .body(containsString("segue_recommendations_seconds_count{strategy=")));
    }

    @Test
    void refusedRequests_areCounted() {
        given().get("/api/users/nobody%0aERROR%20forged").then().statusCode(404);

        Jobs.eventually(() ->
                given().get("/q/metrics").then().body(containsString("segue_requests_refused_total{status=\"404\"}")));
    }

    @Test
    void log_whatComesFromOutside_isEscapedByItsHandlers() {
        List<Handler> handlers = Arrays.stream(
                        LogContext.getLogContext().getLogger("").getHandlers())
                .flatMap(handler -> handler instanceof ExtHandler outer && outer.getHandlers().length > 0
                        ? Arrays.stream(outer.getHandlers())
                        : Stream.of(handler))
                .toList();
        ExtLogRecord logged = new ExtLogRecord(Level.INFO, "There is no user %s", FormatStyle.PRINTF, "test");
        logged.setParameters(new Object[] {"nobody\nERROR forged"});

        assertThat(handlers).isNotEmpty().allMatch(handler -> handler.isLoggable(logged));
        assertThat(new PatternFormatter("%s").format(logged)).isEqualTo("There is no user nobody\\nERROR forged");
    }

    @Test
    void database_onAnEventLoop_refusesToBlock() throws Exception {
        CompletableFuture<List<Throwable>> refused = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(nothing -> refused.complete(List.of(
                        catchThrowable(() -> database.read(connection -> 1)),
                        catchThrowable(() -> database.writeNow(connection -> 1)),
                        catchThrowable(() -> database.writeEach(List.of(1), (connection, turn) -> turn.next())))));

        assertThat(refused.get(10, TimeUnit.SECONDS)).hasSize(3).allMatch(IllegalStateException.class::isInstance);
    }

    @Test
    void database_onAnEventLoop_writesWithoutBlocking() throws Exception {
        CompletableFuture<CompletableFuture<Integer>> started = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(nothing -> started.complete(database.write(connection -> 7)));

        assertThat(started.get(10, TimeUnit.SECONDS).get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "/recommend, Origin, https://evil.example",
        "/recommend, Origin, null",
        "/recommend, Sec-Fetch-Site, cross-site",
        "/api/trainings, Origin, http://localhost.evil.example",
        "/api/imports, Sec-Fetch-Site, cross-site",
    })
    void post_fromAnotherSite_is403(String path, String header, String value) {
        given().header(header, value)
                .contentType("application/json")
                .body("{\"user\":\"anna\"}")
                .post(path)
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("status", equalTo(403));
    }

    @Test
    void delete_fromAnotherSite_is403() {
        given().header("Origin", "https://evil.example")
                .delete("/api/imports/1")
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none",
    })
    void post_fromHere_isAnswered(String header, String value) {
        given().header(header, value)
                .contentType("application/json")
                .body("{\"user\":\"anna\"}")
                .post("/recommend")
                .then()
                .statusCode(200);
    }

    @Test
    void post_behindAProxyThatReplacesTheHost_goesByWhatTheBrowserSays() {
        given().header("Host", "segue:5000")
                .header("Origin", "https://music.example.org")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body("{\"user\":\"anna\"}")
                .post("/recommend")
                .then()
                .statusCode(200);
    }

    @Test
    void get_fromAnotherSite_isAnswered() {
        given().header("Origin", "https://evil.example")
                .get("/api/status")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/nothing, 404", "GET, /recommend, 405", "PUT, /api/imports, 405", "POST, /api/status, 405"})
    void wrongAddressOrMethod_isAProblem(String method, String path, int status) {
        given().request(method, path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status));
    }
}
