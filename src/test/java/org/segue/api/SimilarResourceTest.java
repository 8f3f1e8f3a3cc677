package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(Household.Profile.class)
class SimilarResourceTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void song_known_isShown() {
        JsonPath song = get("songs/b21", 200);

        assertThat(song.getString("id")).isEqualTo("b21");
        assertThat(song.getString("title")).isEqualTo("B two one");
        assertThat(song.getString("artist")).isEqualTo("Artist b2");
        assertThat(song.getString("artistId")).isEqualTo("artist-b2");
        assertThat(song.getInt("listeners")).isBetween(1, 12);
        assertThat(song.getBoolean("inModel")).isTrue();
    }

    @Test
    void similarSongs_areOfTheSameSceneAndNeitherItselfNorItsRemaster() {
        JsonPath similar = get("songs/a11/similar?n=12", 200);

        List<String> songs = similar.getList("items.song");
        assertThat(songs).hasSize(12).doesNotHaveDuplicates().doesNotContain("a11", "a65");
        assertThat(songs.stream().filter(song -> song.startsWith("a")).count()).isGreaterThanOrEqualTo(11);
        assertThat(similar.getList("items.similarity", Float.class))
                .isSortedAccordingTo((a, b) -> Float.compare(b, a))
                .allMatch(similarity -> similarity <= 1.00001f);
        assertThat(similar.getInt("items[11].rank")).isEqualTo(12);
        assertThat(similar.getString("model")).isEqualTo("household");
    }

    @Test
    void similarArtists_areOfTheSameSceneFirst() {
        JsonPath similar = get("artists/artist-b2/similar?n=100", 200);

        assertThat(similar.getList("items.artist", String.class)).hasSize(11).doesNotContain("artist-b2");
        assertThat(similar.getList("items.artist", String.class).subList(0, 5))
                .allMatch(artist -> artist.startsWith("artist-b"));
        assertThat(similar.getString("items[0].name")).startsWith("Artist b");
    }

    @Test
    void path_leadsFromTheOneToTheOther() {
        JsonPath path = get("songs/a11/path/b21?steps=7", 200);

        List<String> songs = path.getList("items.song");
        assertThat(songs)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .startsWith("a11")
                .endsWith("b21")
                .doesNotContain("a65");
        assertThat(songs.get(1)).startsWith("a");
        assertThat(songs.get(6)).startsWith("b");
        assertThat(get("songs/a11/path/b21?steps=1", 200).getList("items.song")).containsExactly("a11", "b21");
    }

    @ParameterizedTest
    @CsvSource({
        "songs/nothing, 404",
        "songs/nothing/similar, 404",
        "artists/nobody/similar, 404",
        "songs/a11/path/nothing, 404",
        "songs/nothing/path/a11, 404",
        "songs/a11/path/a11, 422",
        "songs/a11/path/b21?steps=0, 422",
        "songs/a11/similar?n=0, 422",
        "songs/a11/similar?n=many, 422"
    })
    void get_notAcceptable_isRefused(String path, int status) {
        assertThat(get(path, status).getInt("status")).isEqualTo(status);
    }

    private static JsonPath get(String path, int status) {
        return given().get("/api/" + path).then().statusCode(status).extract().jsonPath();
    }
}
