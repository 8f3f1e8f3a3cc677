package org.segue.protocols.audiomuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.access.Asking.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PlayersHousehold.Profile.class)
class SimilarArtistsResourceTest {

    private static final String A1 = "5c1d7e20-0a01-4aaa-8bbb-000000000001";
    private static final String A2 = "5c1d7e20-0a01-4aaa-8bbb-000000000002";
    private static final String B1 = "5c1d7e20-0a01-4aaa-8bbb-000000000003";

    @Inject
    PlayersHousehold household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void similarArtists_areTheLibrarysFirst_withSongsOfBoth() {
        JsonPath artists = get("/api/similar_artists?artist=ar-a1&n=5&include_component_matches=true");

        List<String> ids = artists.getList("artist_id");
        assertThat(ids).hasSize(5);
        assertThat(ids.subList(0, 2)).containsExactlyInAnyOrder("ar-a2", "ar-a3");
        assertThat(ids.subList(2, 5)).allMatch(id -> id.startsWith("segue-artist-"));
        assertThat(artists.getList("[0].component_matches")).hasSize(1);
        assertThat(artists.<String>getList("[0].component_matches[0].artist1_representative_songs.item_id"))
                .contains("nv-a12", "nv-new")
                .hasSizeBetween(5, 10);
        assertThat(artists.<String>getList("[0].component_matches[0].artist2_representative_songs.item_id"))
                .hasSize(4)
                .allMatch(id -> id.startsWith("nv-") || id.equals("tr-1"));
        assertThat(artists.getList("[4].component_matches[0].artist2_representative_songs"))
                .isEmpty();
        assertThat(artists.getDouble("[0].divergence")).isBetween(-0.001, 2.0);
    }

    @Test
    void similarArtists_withoutSongs_andByName_andByArtistId() {
        JsonPath artists = get("/api/similar_artists?artist=ar-a1&n=5&include_component_matches=false");
        assertThat(artists.getMap("[0]").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("artist", "artist_id", "divergence");

        assertThat(get("/api/similar_artists?artist=ARTIST a1&n=5&server=Attic").getList("artist_id"))
                .isEqualTo(artists.getList("artist_id"));
        assertThat(get("/api/similar_artists?artist_id=ar-a1&n=5").getList("artist_id"))
                .isEqualTo(artists.getList("artist_id"));
    }

    @Test
    void labs_tellArtistsWithIds_theMostAlikeFirst() {
        household.identify("artist-a1", A1);
        household.identify("artist-a2", A2);
        household.identify("artist-b1", B1);

        JsonPath like =
                get("/similar-artists/json?artist_mbids=" + A1 + "&algorithm=session_based_days_9000_limit_50_skip_30");
        assertThat(like.<String>getList("artist_mbid")).startsWith(A2).doesNotContain(A1);
        assertThat(like.getString("[0].name")).isEqualTo("Artist a2");
        assertThat(like.getString("[0].reference_mbid")).isEqualTo(A1);
        assertThat(like.getInt("[0].score")).isBetween(1, 1000);

        JsonPath both = get("/similar-artists/json?artist_mbids=" + A1.toUpperCase(java.util.Locale.ROOT) + "," + B1);
        assertThat(both.<Integer>getList("score")).isSortedAccordingTo((a, b) -> b - a);
        assertThat(both.<String>getList("artist_mbid")).doesNotContain(A1, B1);
        assertThat(get("/similar-artists/json?artist_mbids=" + B1 + "&artist_mbids=" + A1)
                        .getList("$"))
                .isEqualTo(both.getList("$"));
        assertThat(get("/similar-artists/json?artist_mbids=nonsense,5c1d7e20-ffff-4aaa-8bbb-000000000003")
                        .getList("$"))
                .isEmpty();
        assertThat(get("/similar-artists/json").getList("$")).isEmpty();
    }

    private static JsonPath get(String path) {
        return nobody().get(path).then().statusCode(200).extract().jsonPath();
    }
}
