package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.LibraryRows;

/** Who owns songs, in every answer. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class RecommendOwnedTest {

    private static final List<String> SOME_OF_A =
            List.of("a11", "a12", "a13", "a21", "a23", "a31", "a34", "a41", "a42", "a51", "a61", "a63", "new-a");

    @Inject
    Household household;

    @Inject
    LibraryRows libraries;

    @BeforeEach
    void moveIn() {
        household.moveIn();
        Jobs.importedTable("source=" + Household.SOURCE, """
                song,title,artist,user,plays
                new-a,Newest,Artist a3,newcomer,1
                new-b,Latest,Artist b3,newcomer,1
                new-c,Unheard of,Somebody new,newcomer,1
                """);
        libraries.signIn(libraries.add("subsonic", "Home", SOME_OF_A), "ann5");
        libraries.signIn(libraries.add("jellyfin", "Attic", List.of("a11", "a12", "b11")), "ann6");
    }

    @AfterEach
    void moveOut() {
        libraries.removeAll();
    }

    @Test
    void owned_only_isOfTheLibrary_unplayedSongsToo_marked() {
        JsonPath only = recommend("'user':'ann5','n':100,'owned':'only','exclude':{'heard':false}");

        assertThat(songs(only)).containsExactlyInAnyOrderElementsOf(SOME_OF_A);
        assertThat(only.<Boolean>getList("items.owned")).containsOnly(true);
        assertThat(only.getList("items.findAll { it.untried == true }.song")).containsExactly("new-a");
        assertThat(only.getList("items.score", Float.class)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(only.getList("warnings")).isEmpty();
    }

    @Test
    void owned_missing_isTheRest() {
        JsonPath missing = recommend("'user':'ann5','n':500,'owned':'missing','exclude':{'heard':false}");

        assertThat(songs(missing)).doesNotContainAnyElementsOf(SOME_OF_A).contains("a14", "b11");
        assertThat(songs(missing)).as("a remaster of a11").doesNotContain("a65");
        assertThat(missing.<Boolean>getList("items.owned")).containsOnly(false);
    }

    @Test
    void owned_prefer_onlyMovesThem() {
        JsonPath any = recommend("'user':'ann5','n':500,'exclude':{'heard':false}");
        JsonPath prefer = recommend("'user':'ann5','n':500,'owned':'prefer','exclude':{'heard':false}");

        assertThat(songs(prefer)).contains("new-a").containsAll(songs(any));
        assertThat(songs(any)).doesNotContain("new-a");
        assertThat(any.<Boolean>getList("items.owned")).contains(true, false);
        assertThat(prefer.<Boolean>getList("items.untried").stream().filter(Objects::nonNull))
                .hasSize(1);
    }

    @Test
    void owned_withoutALibrary_isAny_andSaysSo() {
        JsonPath only = recommend("'user':'ann7','owned':'only'");

        assertThat(songs(only)).isEqualTo(songs(recommend("'user':'ann7'")));
        assertThat(only.getList("warnings", String.class))
                .hasSize(1)
                .first()
                .asString()
                .contains("No music library is connected");
        assertThat(only.<Boolean>getList("items.owned")).containsOnlyNulls();
        assertThat(recommend("'user':'ann7','owned':'prefer'").getList("warnings"))
                .isEmpty();
    }

    @Test
    void owned_ofSeveral_isOfAll_andWithoutAUser_ofAnybody() {
        assertThat(songs(recommend("'users':['ann5','ann6'],'n':100,'owned':'only','exclude':{'heard':false}")))
                .containsExactlyInAnyOrder("a11", "a12");
        assertThat(songs(recommend("'users':['ann5','ann7'],'n':100,'owned':'only','exclude':{'heard':false}")))
                .containsExactlyInAnyOrderElementsOf(SOME_OF_A);
        assertThat(songs(recommend("'seeds':[{'song':'b12'}],'n':100,'owned':'only'")))
                .contains("b11", "a21")
                .doesNotContain("b13");
    }

    @Test
    void owned_goesWithFilters_radioAndRediscover() {
        JsonPath radio = recommend("'user':'ann5','n':5,'owned':'only','continue':true");
        assertThat(songs(radio)).hasSize(5).isSubsetOf(SOME_OF_A);
        assertThat(radio.<Boolean>getList("items.owned")).containsOnly(true);
        assertThat(songs(recommend("'user':'ann5','n':100,'owned':'only','maxPerArtist':1,'diversity':0.4,"
                        + "'adventure':0.5,'exclude':{'heard':false}")))
                .isSubsetOf(SOME_OF_A);
        assertThat(songs(recommend("'user':'ann5','n':100,'mode':'rediscover','owned':'only'")))
                .isNotEmpty()
                .isSubsetOf(SOME_OF_A);
        assertThat(songs(recommend("'user':'ann5','n':100,'owned':'only','untried':'only'")))
                .containsExactly("new-a");
        given().contentType("application/json")
                .body("{\"user\":\"ann5\",\"owned\":\"mine\"}")
                .post("/recommend")
                .then()
                .statusCode(400);
    }

    @Test
    void similarSongs_path_radio_andMap_haveTheChoice() {
        JsonPath similar = get("/api/songs/a11/similar?n=50&owned=only&user=ann5");
        assertThat(songs(similar)).isNotEmpty().isSubsetOf(SOME_OF_A).doesNotContain("a11", "new-a");
        assertThat(similar.<Boolean>getList("items.owned")).containsOnly(true);
        assertThat(songs(get("/api/songs/a11/similar?n=50&owned=only&user=ann6")))
                .containsExactlyInAnyOrder("a12", "b11");
        assertThat(songs(get("/api/songs/a11/similar?n=500&owned=missing"))).doesNotContainAnyElementsOf(SOME_OF_A);
        assertThat(songs(get("/api/songs/a11/similar?n=5&owned=prefer&user=ann5")))
                .hasSize(5);

        List<String> way = songs(get("/api/songs/a14/path/b12?steps=4&owned=only&user=ann5"));
        assertThat(way).hasSize(5).startsWith("a14").endsWith("b12");
        assertThat(way.subList(1, 4)).isSubsetOf(SOME_OF_A);

        assertThat(songs(get("/api/songs/a11/radio?n=5&user=ann5&owned=only")))
                .hasSize(5)
                .isSubsetOf(SOME_OF_A);

        JsonPath map = get("/api/map?limit=500&owned=only&user=ann5");
        assertThat(songs(map)).isNotEmpty().isSubsetOf(SOME_OF_A);
        assertThat(get("/api/map?limit=500&user=ann5").<Boolean>getList("items.owned"))
                .contains(true, false);
        for (String path :
                List.of("/api/songs/a11/similar", "/api/songs/a11/path/b11", "/api/songs/a11/radio", "/api/map")) {
            given().get(path + "?owned=mine").then().statusCode(422).body(containsString("owned must be"));
        }
        given().get("/api/songs/a11/similar?owned=only&user=nobody-here").then().statusCode(404);
    }

    @Test
    void whatChanges_countsInTheNextAnswer() {
        libraries.removeAll();
        assertThat(recommend("'user':'ann5'").<Boolean>getList("items.owned")).containsOnlyNulls();
        libraries.signIn(libraries.add("subsonic", "Home", List.of("a14")), "ann5");

        assertThat(songs(recommend("'user':'ann5','n':100,'owned':'only','exclude':{'heard':false}")))
                .containsExactly("a14");
    }

    @Test
    void page_asksForThem_andKeepsTheChoiceInItsAddresses() {
        String page = given().accept("text/html")
                .get("/?user=ann5&n=20&owned=only&untried=only")
                .asString();

        assertThat(page).contains("Newest", "<option value=\"only\" selected>", "&amp;owned=only", "Not played yet");
        assertThat(given().accept("text/html")
                        .get("/?user=ann5&n=20&untried=only")
                        .asString())
                .contains("Latest")
                .doesNotContain("owned=only");
        assertThat(given().get("/playlist?format=csv&user=ann5&n=20&owned=only&untried=only")
                        .asString())
                .contains("Newest")
                .doesNotContain("Latest");
        assertThat(given().formParam("user", "ann5")
                        .formParam("owned", "missing")
                        .formParam("untried", "only")
                        .post("/recommend")
                        .asString())
                .contains("Latest")
                .doesNotContain("Newest");
    }

    @Test
    void lists_holdTheChoice_andMarkWhatIsOwned() {
        String list = given().contentType("application/json")
                .body("""
                        {"name":"Own","request":{"user":"ann5","n":100,"owned":"only","exclude":{"heard":false}}}
                        """)
                .post("/api/playlists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        JsonPath kept = get("/api/playlists/" + list);

        assertThat(songs(kept)).containsExactlyInAnyOrderElementsOf(SOME_OF_A);
        assertThat(kept.<Boolean>getList("items.owned")).containsOnly(true);
        given().delete("/api/playlists/" + list).then().statusCode(204);
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath recommend(String question) {
        return given().contentType("application/json")
                .body(("{" + question + "}").replace('\'', '"'))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> songs(JsonPath answer) {
        return Stream.ofNullable(answer.getList("items.song", String.class))
                .flatMap(List::stream)
                .toList();
    }
}
