package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** From listens to models that are tested, turned down, activated and rolled back; everything is real. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class ModelsResourceTest {

    private static final String GOOD = "{\"dimension\":8,\"epochs\":8,\"tune\":false}";
    private static final String BAD = "{\"dimension\":1,\"epochs\":1,\"learningRate\":0.000001,\"tune\":false}";
    private static final String UNTESTED = "{\"dimension\":4,\"epochs\":2,\"tune\":false,\"evaluate\":false}";

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @BeforeEach
    void importOnce() {
        if (given().get("/api/imports").jsonPath().getInt("total") == 0) {
            Jobs.importedTable("source=communities", communities());
        }
    }

    @Test
    void train_hyperparameters_areActivatedByThePolicy_andModelsRollBackAndForward() throws Exception {
        JsonPath good = Jobs.trained(GOOD);
        String first = good.getString("model");
        assertThat(good.getBoolean("activated")).isTrue();
        assertThat(good.getString("reason")).startsWith("Activated: NDCG@10 is ");
        assertThat(good.getString("evaluation.verdict")).isEqualTo("passed");
        assertThat(good.getDouble("evaluation.ndcgAt10.mean"))
                .isGreaterThan(good.getDouble("evaluation.popularity.ndcgAt10.mean"));
        assertThat(good.getDouble("evaluation.itemCosine.novelty.low")).isPositive();
        assertThat(served()).isEqualTo(first);

        JsonPath bad = Jobs.trained(BAD);
        String second = bad.getString("model");
        assertThat(bad.getString("status")).isEqualTo("completed");
        assertThat(bad.getBoolean("activated")).isFalse();
        assertThat(bad.getString("reason"))
                .startsWith("Not activated: NDCG@10 is ")
                .contains("active model’s hyperparameters");
        assertThat(bad.getInt("evaluation.former.hyperparameters.dimension")).isEqualTo(8);
        assertThat(served()).isEqualTo(first);

        JsonPath models = given().get("/api/models").jsonPath();
        assertThat(models.getList("items.version")).startsWith(second, first);
        assertThat(models.getList("items.active")).startsWith(false, true);
        assertThat(models.getString("items[0].manifest.activation.reason")).isEqualTo(bad.getString("reason"));
        assertThat(models.getString("items[1].manifest.evaluation.verdict")).isEqualTo("passed");

        assertThat(activate(second).statusCode()).isEqualTo(200);
        assertThat(served()).isEqualTo(second);
        assertThat(given().get("/api/models/" + second).jsonPath().getBoolean("active"))
                .isTrue();
        assertThat(activate(first).jsonPath().getString("version")).isEqualTo(first);
        assertThat(served()).isEqualTo(first);
    }

    @Test
    void train_evaluationNotWanted_activatesUntested_andKeepsTheNewestOnly() throws Exception {
        JsonPath untested = Jobs.trained(UNTESTED);
        assertThat(untested.getBoolean("activated")).isTrue();
        assertThat(untested.getString("reason"))
                .isEqualTo("Activated without testing, because evaluation was turned off.");
        assertThat(untested.<Object>get("evaluation")).isNull();
        for (int i = 0; i < 2; i++) {
            Jobs.trained(UNTESTED);
        }

        JsonPath models = given().get("/api/models?limit=1").jsonPath();
        assertThat(models.getInt("total")).isEqualTo(Services.Trainings.KEPT);
        assertThat(models.getList("items")).hasSize(1);
        assertThat(given().get("/api/models?cursor=" + models.getString("next"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        assertThat(given().get("/api/models/" + untested.getString("model")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void activate_damagedModel_isRefusedWithTheReason_andTheFormerOneAnswers() throws Exception {
        String damaged = Jobs.trained(UNTESTED).getString("model");
        String sound = Jobs.trained(UNTESTED).getString("model");
        Files.writeString(models().resolve(damaged).resolve("factors.safetensors"), "?");

        Response refused = activate(damaged);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo("The model %s cannot be used: the embeddings are not those that were written"
                        .formatted(damaged));
        assertThat(served()).isEqualTo(sound);
        Files.delete(models().resolve(damaged).resolve("manifest.json"));
        JsonPath listed = given().get("/api/models/" + damaged).jsonPath();
        assertThat(listed.getString("damage")).isNotEmpty();
        assertThat(listed.<Object>get("manifest")).isNull();
    }

    @Test
    void activate_unknownModel_isNotFound() {
        for (String version : List.of("2026-01-01T00-00-00Z-0000", "..%2F..", "x")) {
            assertThat(activate(version).statusCode()).isEqualTo(404);
            assertThat(given().urlEncodingEnabled(false)
                            .get("/api/models/" + version)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static Response activate(String version) {
        return given().urlEncodingEnabled(false).post("/api/models/" + version + "/activate");
    }

    private static Path models() {
        return ConfigProvider.getConfig().getValue("segue.data-dir", Path.class).resolve("models");
    }

    private static String served() {
        return given().contentType(ContentType.JSON)
                .body("{\"user\":\"u1\",\"n\":1}")
                .post("/recommend")
                .jsonPath()
                .getString("model");
    }

    // 120 users of ten communities, each with fifteen of its community's thirty songs.
    private static String communities() {
        StringBuilder rows = new StringBuilder("user_id,song_id,plays\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int user = 0; user < 120; user++) {
            for (int song : random.ints(0, 30).distinct().limit(15).toArray()) {
                rows.append("u%d,s%d,%d\n".formatted(user, 30 * (user % 10) + song, 1 + song % 4));
            }
        }
        return rows.toString();
    }
}
