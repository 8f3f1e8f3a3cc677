package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OpenAPI document says of fields, parameters and errors beyond what annotations can say. */
@QuarkusTest
class DescriptionTest {

    private static final String SCHEMAS = "components.schemas.";

    private JsonPath api = new JsonPath("{}");

    @BeforeEach
    void read() {
        api = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "ImportJob, error",
        "ImportJob, format",
        "PageImportJob, next",
        "PageFeedbackItem, next",
        "OrderedSimilarSong, model",
        "ModelVersion, damage",
        "MapSong, heard",
        "Recommendation, model",
        "TrainingRequest, batchSize",
        "TokenRequest, name",
        "Listened, listened_at",
        "Said, recording_mbid",
    })
    void fieldThatMayBeNull_isDeclaredSo(String schema, String field) {
        assertThat(api.<Object>getList(SCHEMAS + schema + ".properties." + field + ".type"))
                .contains("null");
    }

    @ParameterizedTest
    @CsvSource({"ImportJob, startedAt", "Training, evaluation", "Judgement, until", "RecommendRequest, user"})
    void fieldOfAnotherType_thatMayBeNull_isEither(String schema, String field) {
        assertThat(api.<Object>getList(SCHEMAS + schema + ".properties." + field + ".anyOf.type"))
                .contains("null");
    }

    @ParameterizedTest
    @CsvSource({"ImportJob, id", "TokenRequest, user", "NewPlaylist, name", "SimilarSong, title"})
    void fieldThatIsAlwaysThere_isNotNull(String schema, String field) {
        assertThat(api.getString(SCHEMAS + schema + ".properties." + field + ".type"))
                .isIn("integer", "string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RecommendRequest",
                "Exclude",
                "Include",
                "SeedSong",
                "NewPlaylist",
                "Judgement",
                "SamePerson",
                "SignIn",
                "TokenRequest",
                "TrainingRequest"
            })
    void request_hasNoOtherFields(String schema) {
        assertThat(api.getBoolean(SCHEMAS + schema + ".additionalProperties")).isFalse();
    }

    @Test
    void everyError_isDeclaredInTheShapeInWhichItIsSent() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            JsonPath responses = new JsonPath(new io.vertx.core.json.JsonObject(operation).encode());
            Map<String, Map<String, Map<String, Object>>> all = responses.getMap("responses");
            all.forEach((status, response) -> {
                if (Integer.parseInt(status) >= 400) {
                    softly.assertThat(response.getOrDefault("content", Map.of()).keySet())
                            .as("%s %s %s", method, path, status)
                            .containsExactly(shapes(path));
                }
            });
            softly.assertThat(all.keySet()).as("%s %s", method, path).contains("414", "431", "503");
        }));
        softly.assertAll();
        assertThat(api.<String>getList(SCHEMAS + "ProtocolError.required")).containsExactly("code", "error");
        assertThat(api.getString(SCHEMAS + "HttpProblem.properties.instance.format"))
                .isEqualTo("uri-reference");
    }

    // Players read errors in the shape of their protocol.
    private static String[] shapes(String path) {
        if (path.startsWith("/1/")) {
            return new String[] {"application/json"};
        }
        if (path.startsWith("/1.2")) {
            return new String[] {"text/plain"};
        }
        return path.startsWith("/2.0")
                ? new String[] {"text/xml", "application/json"}
                : new String[] {"application/problem+json"};
    }

    @Test
    void reference_isAnIdOrWhatASourceCallsIt() {
        assertThat(api.<String>getList(SCHEMAS + "Ref.oneOf.type")).containsExactly("string", "object");
        assertThat(api.<String>getList(SCHEMAS + "Ref.oneOf[1].required")).containsExactly("source", "id");
        assertThat(api.getBoolean(SCHEMAS + "Ref.oneOf[1].additionalProperties"))
                .isFalse();
    }

    @Test
    void parameters_haveTheirRanges() {
        assertThat(schema("/api/playlists/{id}", "get", "format").get("enum"))
                .isEqualTo(List.of("json", "jspf", "xspf", "m3u8", "csv"));
        assertThat(schema("/1/user/{user}/listens", "get", "count").get("minimum"))
                .isEqualTo(0);
        assertThat(schema("/1/feedback/user/{user}/get-feedback", "get", "offset")
                        .get("minimum"))
                .isEqualTo(0);
        assertThat(schema("/api/imports", "post", "format").get("enum"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("auto", "table", "spotify-extended");
        assertThat(schema("/api/users/{user}/listens", "get", "cursor").get("pattern"))
                .asString()
                .startsWith("^")
                .endsWith("$");
    }

    private Map<String, Object> schema(String path, String method, String parameter) {
        return api.getMap(
                "paths.'%s'.%s.parameters.find { it.name == '%s' }.schema".formatted(path, method, parameter));
    }

    @Test
    void bodies_requireWhatTheyCannotDoWithout() {
        assertThat(api.<String>getList(SCHEMAS + "Files.required")).containsExactly("file");
        assertThat(api.getInt(SCHEMAS + "Files.properties.file.minItems")).isEqualTo(1);
        assertThat(api.<String>getList(SCHEMAS + "NewPlaylist.properties.request.required"))
                .containsExactly("user");
        assertThat(api.<String>getList(SCHEMAS + "SubmittedListens.required"))
                .containsExactly("listen_type", "payload");
        assertThat(api.<String>getList(SCHEMAS + "ScoredRecording.required")).containsExactly("score");
    }
}
