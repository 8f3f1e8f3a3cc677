package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered to somebody of whom too little is known for a ranking. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class TooLittleKnownTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void oneSharedSong_isAnsweredByArtist_thenByPopularity() {
        Jobs.imported(
                "own", "user,song,title,artist,plays\nfew-one,o1,A two one,Artist a2,3\nfew-one,o2,Own,Own Artist,9\n");

        JsonPath answer = recommend("'user':'few-one','n':6");

        assertThat(answer.getString("strategy")).isEqualTo("not-enough");
        assertThat(answer.getString("model")).isNull();
        assertThat(answer.getString("warnings[0]"))
                .contains("other listeners have played 1 of these songs, and at least 2 are needed");
        List<String> songs = answer.getList("items.song");
        assertThat(songs.subList(0, 3)).containsExactlyInAnyOrder("a22", "a23", "a24");
        assertThat(songs).hasSize(6).doesNotContain("a21").doesNotHaveDuplicates();
        assertThat(answer.<String>getList("items.why"))
                .containsExactly("artist", "artist", "artist", "popular", "popular", "popular");
        assertThat(answer.<List<?>>getList("items.reasons")).allMatch(List::isEmpty);
        assertThat(answer.<Object>getList("rediscover"))
                .as("never dated: heard long ago")
                .isNotEmpty();
    }

    @Test
    void filters_holdHereToo() {
        Jobs.imported("own", "user,song,title,artist,plays\nfew-two,o1,A two one,Artist a2,3\n");

        JsonPath answer = recommend(
                "'user':'few-two','n':10,'exclude':{'songs':['a22'],'artists':['artist-a3']},'maxPerArtist':1");

        assertThat(answer.<String>getList("items.song"))
                .isNotEmpty()
                .doesNotContain("a22")
                .noneMatch(song -> song.startsWith("a3"));
        assertThat(answer.<String>getList("items.artist")).doesNotHaveDuplicates();
    }

    @Test
    void twoSharedSongs_areEnough_andTheAnswerIsAsItWas() {
        Jobs.imported(
                "own",
                "user,song,title,artist,plays\nfew-three,o1,A two one,Artist a2,3\nfew-three,o3,A three one,Artist a3,1\n");

        JsonPath answer = recommend("'user':'few-three','n':5");

        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.<String>getList("items.why")).allMatch(Objects::isNull);
        assertThat(answer.<String, Object>getMap("")).doesNotContainKey("rediscover");
    }

    @Test
    void seedsAndOtherModes_areAsked_asBefore() {
        Jobs.imported("own", "user,song,title,artist,plays\nfew-four,o1,A two one,Artist a2,3\n");

        assertThat(recommend("'user':'few-four','seeds':[{'song':'b21'}]").getString("strategy"))
                .isEqualTo("folded-in");
        assertThat(recommend("'user':'few-four','mode':'rediscover'").<String>getList("items.song"))
                .containsExactly("a21");
        assertThat(recommend("'users':['few-four','ann1']").getString("strategy"))
                .isEqualTo("folded-in");
        assertThat(recommend("'user':'nobody at all'").getString("strategy")).isEqualTo("popular");
    }

    private static JsonPath recommend(String fields) {
        return given().contentType("application/json")
                .body(("{" + fields + "}").replace('\'', '"'))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
