package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An export taken in again adds nothing, whatever players have called what was played. */
@QuarkusTest
class ExportRoundTripTest {

    private static final String USER = "round-trip";

    private static final List<String> NAMES = List.of(
            "plain",
            "x".repeat(4000),
            "ab 🎸".repeat(600),
            "( ".repeat(2000),
            " blanks around ",
            "a\u0001b\tc",
            "\u200B",
            "\uFFFE",
            "zero\u200Bwidth",
            "!!!",
            "+/-",
            "😀",
            "\u00A0nbsp\u00A0",
            "\u0085next",
            "=1+1",
            "Straße",
            "İstanbul",
            "Clocks (Official Video)",
            "R.E.M. feat. AC/DC & Friends");

    @Test
    void export_ofOddNames_takenInAgain_addsNothing() throws IOException {
        String token = given().contentType("application/json")
                .body(Map.of("user", USER, "name", "player"))
                .post("/api/tokens")
                .then()
                .extract()
                .jsonPath()
                .getString("token");
        List<Map<String, Object>> listens = new ArrayList<>();
        for (String name : NAMES) {
            listens.add(listen(listens.size(), name, Map.of()));
            listens.add(listen(listens.size(), name, Map.of("duration_ms", 100_000 + listens.size())));
        }
        for (Map<String, Object> listen : listens) {
            given().contentType("application/json")
                    .header("Authorization", "Token " + token)
                    .body(new ObjectMapper()
                            .writeValueAsString(Map.of("listen_type", "single", "payload", List.of(listen))))
                    .post("/1/submit-listens")
                    .then()
                    .statusCode(200);
        }
        int songs = songs();

        byte[] export = given().get("/api/users/" + USER + "/export").asByteArray();
        String status =
                Jobs.imported(given().multiPart("file", "export.zip", export)).getString("status");

        assertThat(status).isEqualTo("completed");
        given().get("/api/users/" + USER).then().body("listens", equalTo(listens.size()));
        assertThat(songs()).isEqualTo(songs);
    }

    private static int songs() {
        return given().get("/api/songs?limit=1").jsonPath().getInt("total");
    }

    private static Map<String, Object> listen(int number, String name, Map<String, Object> info) {
        return Map.of(
                "listened_at",
                1_650_000_000 + 1000 * number,
                "track_metadata",
                Map.of("artist_name", name, "track_name", name, "additional_info", info));
    }
}
