package org.segue.protocols.audiomuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOfImported;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.library.mixes.MixLibraries;
import org.segue.testsupport.AdministratorHeader;

@QuarkusTest
@TestProfile(PlayersHousehold.Profile.class)
class MixResourceTest {

    @Inject
    PlayersHousehold household;

    @Inject
    MixLibraries libraries;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void similarTracks_areOfTheLibrary_underItsIds_theMostAlikeFirst() {
        JsonPath mix = get("/api/similar_tracks?item_id=nv-a11&n=8");

        List<String> ids = mix.getList("item_id");
        assertThat(ids)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .doesNotContain("nv-a11", "nv-a11b")
                .allMatch(id -> id.startsWith("nv-a") || id.equals("tr-1"));
        assertThat(mix.getList("distance", Double.class))
                .isSorted()
                .allMatch(distance -> distance > -0.001 && distance < 2);
        assertThat(mix.getString("[0].title")).startsWith("A ");
        assertThat(mix.getString("[0].author")).startsWith("Artist a");
        assertThat(mix.getString("[0].album")).isEqualTo("Album");
        assertThat(mix.getMap("[0]").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("item_id", "title", "author", "album", "distance");
    }

    @Test
    void similarTracks_moreThanTheLibraryHas_endWithSongsThatItLacks_byTitleAndAuthor() {
        JsonPath mix = get("/api/similar_tracks?item_id=nv-a12&n=30&eliminate_duplicates=true");

        List<String> ids = mix.getList("item_id");
        int owned = (int) ids.stream().filter(id -> !id.startsWith("segue-")).count();
        assertThat(ids).hasSize(30).doesNotHaveDuplicates();
        assertThat(owned).isEqualTo(12);
        assertThat(ids.subList(owned, 30)).allMatch(id -> id.startsWith("segue-"));
        assertThat(ids.get(owned - 1))
                .as("a song that nobody has played comes last of the library's")
                .isEqualTo("nv-new");
        assertThat(mix.getList("author", String.class)).allMatch(name -> name.startsWith("Artist "));
        assertThat(mix.getList("distance", Double.class)).isSorted();
    }

    @Test
    void similarTracks_toASongThatNobodyHasPlayed_areLikeItsArtist() {
        List<String> ids = get("/api/similar_tracks?item_id=nv-new&n=5").getList("item_id");

        assertThat(ids).hasSize(5).allMatch(id -> id.startsWith("nv-a") || id.equals("tr-1"));
    }

    @Test
    void similarTracks_withDuplicates_areAllFilesOfASong() {
        String all = "/api/similar_tracks?item_id=nv-a12&n=12";

        assertThat(get(all + "&eliminate_duplicates=false").<String>getList("item_id"))
                .contains("nv-a11", "nv-a11b");
        assertThat(get(all).<String>getList("item_id")).contains("nv-a11").doesNotContain("nv-a11b");
    }

    @Test
    void similarTracks_ofASongByItsWords_needTheLibraryFromElsewhere() {
        String words = "/api/similar_tracks?title=A two one&artist=artist A2&n=3";

        assertThat(get(words + "&server=attic").<String>getList("item_id"))
                .hasSize(3)
                .allMatch(id -> !id.startsWith("segue-"));
        assertThat(get(words).<String>getList("item_id")).hasSize(3).allMatch(id -> id.startsWith("segue-"));
    }

    @Test
    void similarTracks_ofAnIdThatWasAnsweredHere_areFound() {
        String lacking = get("/api/similar_tracks?item_id=nv-a12&n=30").getString("[29].item_id");

        assertThat(lacking).startsWith("segue-");
        assertThat(get("/api/similar_tracks?n=3&server=Attic&item_id=" + lacking)
                        .getList("$"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/similar_tracks",
                "/api/similar_tracks?item_id=",
                "/api/similar_tracks?item_id=no-such-id&n=5",
                "/api/similar_tracks?item_id=segue-no-such-song",
                "/api/similar_tracks?title=Nothing&artist=Nobody",
                "/api/similar_tracks?item_id=nv-a11&server=no such library",
                "/api/similar_artists",
                "/api/similar_artists?artist=no-such-id&n=5&include_component_matches=true",
                "/api/search_tracks",
                "/api/search_tracks?search_query=a&start=5&end=5",
                "/api/sonic_fingerprint/generate?jellyfin_user_identifier=tim&n=5"
            })
    void unknown_isAnEmptyList(String path) {
        assertThat(get(path).getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "many", "", "99999999999999999999", "2147483648"})
    void n_thatIsNone_isNoMistake(String n) {
        assertThat(get("/api/similar_tracks?item_id=nv-a11&unknown=1&radius_similarity=true&n=" + n)
                        .getList("$"))
                .hasSizeBetween(1, 500);
    }

    @Test
    void idOfTwoLibraries_isAnsweredToTheOneThatIsNamed_andElseNoted() {
        assertThat(get("/api/similar_tracks?item_id=tr-1&n=3").getList("$")).isEmpty();
        assertThat(libraries.ambiguous().orElseThrow().libraries()).containsExactly("Attic", "Cellar");

        assertThat(get("/api/similar_tracks?item_id=tr-1&n=3&server=Cellar").<String>getList("item_id"))
                .hasSize(3)
                .allMatch(id -> id.startsWith("jf-"));
        assertThat(get("/api/similar_tracks?item_id=tr-1&n=3&server=" + household.library("Attic"))
                        .<String>getList("item_id"))
                .hasSize(3)
                .allMatch(id -> id.startsWith("nv-"));
        assertThat(bearer(tokenOf("Cellar"))
                        .get("/api/similar_tracks?item_id=tr-1&n=3&server=Attic")
                        .jsonPath()
                        .<String>getList("item_id"))
                .hasSize(3)
                .allMatch(id -> id.startsWith("jf-"));
    }

    @Test
    void listenersOwnToken_putsTheMixInTheOrderOfThatListenersTaste_andNothingElseDoes() {
        String token = tokenOfImported("ann1");
        String path = "/api/similar_tracks?item_id=nv-a11&n=9";
        List<String> own = bearer(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("item_id");
        List<String> ofNobody = get(path).getList("item_id");
        List<String> ofLibrary = bearer(tokenOf("Attic")).get(path).jsonPath().getList("item_id");

        assertThat(own).hasSize(9).doesNotHaveDuplicates().isNotEqualTo(ofNobody);
        assertThat(own).allMatch(id -> !id.startsWith("segue-"));
        assertThat(ofLibrary).isEqualTo(ofNobody);
        ban("ann1", "a12");
        assertThat(bearer(token).get(path).jsonPath().<String>getList("item_id"))
                .doesNotContain("nv-a12");
        assertThat(get("/api/similar_tracks?item_id=nv-a11&n=12").<String>getList("item_id"))
                .contains("nv-a12");
    }

    private static void ban(String user, String song) {
        bearer(AdministratorHeader.TOKEN)
                .contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put("/api/users/%s/feedback/songs/%s".formatted(user, song))
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    @Test
    void fingerprint_isForTheListenersOwnTokenAlone() {
        String token = tokenOfImported("bob1");
        household.login("bob1", "Attic", "Bobby");
        String path = "/api/sonic_fingerprint/generate?n=4&server=Attic";

        assertThat(bearer(token).get(path + "&navidrome_user=bobby").jsonPath().<String>getList("item_id"))
                .hasSize(4)
                .allMatch(id -> id.startsWith("nv-") || id.equals("tr-1"));
        assertThat(bearer(token).get(path + "&navidrome_user=carol").jsonPath().getList("$"))
                .isEmpty();
        assertThat(bearer(tokenOf("Attic"))
                        .get(path + "&navidrome_user=bobby")
                        .jsonPath()
                        .getList("$"))
                .isEmpty();
    }

    @Test
    void findPath_leadsByTheLibrarysSongs() {
        JsonPath way = get(
                "/api/find_path?start_song_id=nv-a11&end_song_id=nv-a34&max_steps=5&mood_pct=100&count=5&path_fix_size=false");

        assertThat(way.<String>getList("path.item_id"))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .startsWith("nv-a11")
                .endsWith("nv-a34")
                .allMatch(id -> !id.startsWith("segue-"));
        assertThat(way.getDouble("total_distance")).isPositive();
        assertThat(get("/api/find_path?start_song_id=nv-a11&end_song_id=nope").getList("path"))
                .isEmpty();
        assertThat(get("/api/find_path?start_song_id=nv-a11&end_song_id=nv-a11b")
                        .getList("path"))
                .hasSize(1);
        assertThat(get("/api/find_path").getList("path")).isEmpty();
    }

    @Test
    void searchTracks_findTheLibrarysFirst() {
        JsonPath found = get("/api/search_tracks?title=one&artist=a6&server=Attic");
        assertThat(found.<String>getList("item_id")).isNotEmpty().allMatch(id -> id.startsWith("segue-a6"));

        List<String> ids = get("/api/search_tracks?search_query=artist&start=0&end=40&server=Attic")
                .getList("item_id");
        assertThat(ids).hasSize(40);
        assertThat(ids.subList(0, 12)).noneMatch(id -> id.startsWith("segue-"));
        assertThat(get("/api/search_tracks?search_query=artist&start=2&end=5&server=Attic")
                        .getList("item_id"))
                .isEqualTo(ids.subList(2, 5));
    }

    private String tokenOf(String library) {
        return bearer(AdministratorHeader.TOKEN)
                .post("/api/libraries/%d/token".formatted(household.library(library)))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static JsonPath get(String path) {
        return nobody().get(path).then().statusCode(200).extract().jsonPath();
    }
}
