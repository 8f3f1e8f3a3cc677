package org.segue.library.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryState;
import org.segue.testsupport.FakeJellyfin;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeServer;
import org.segue.testsupport.FakeSubsonic;

/** Lists on servers that do not answer, and lists of logins that are taken back. */
@QuarkusTest
@TestProfile(ListPushTest.Profile.class)
class ListPushFailureTest extends PushHousehold {

    private List<FakeList> called(String name) {
        return music.lists().values().stream()
                .filter(list -> list.name.equals(name))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeSubsonic.Dialect.class,
            names = {"NAVIDROME", "GONIC", "SUPYSONIC", "AIRSONIC"})
    void list_thatWasMadeThoughTheAnswerWasLost_isNotMadeAgain(FakeSubsonic.Dialect dialect) {
        isNotMadeAgain(new FakeSubsonic(dialect, music, false), "createPlaylist");
    }

    @Test
    void list_thatWasMadeThoughTheAnswerWasLost_isNotMadeAgainAtJellyfin() {
        isNotMadeAgain(new FakeJellyfin(music, false), "/Playlists");
    }

    private void isNotMadeAgain(FakeServer server, String word) {
        LibraryLogin login = login(library(server), "cleo1", "anna");
        FakeList own = music.makeList("anna", "Sunday", List.of("%032x".formatted(9)));
        keep("cleo1", "Sunday", 1, 120);
        server.loseAnswersOf(word);
        push.push(login);
        push.push(login);
        assertThat(called("Sunday")).hasSize(2);
        FakeList made = called("Sunday").get(1);
        assertThat(push.of(login))
                .anyMatch(
                        list -> list.state() == PushState.FAILED && list.name().equals("Sunday"));

        server.loseAnswersOf("");
        push.push(login);

        assertThat(called("Sunday")).extracting(list -> list.id).containsExactly(own.id, made.id);
        assertThat(own.songIds).containsExactly("%032x".formatted(9));
        assertThat(made.songIds).hasSize(119);
        assertThat(push.of(login)).allMatch(list -> list.state() == PushState.SENT);
        assertThat(music.lists().values())
                .extracting(list -> list.name + list.songIds)
                .doesNotHaveDuplicates();
    }

    @Test
    void login_thatIsRemoved_takesItsListsAlong_andNoOthers() {
        LibraryState library = library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false));
        LibraryLogin anna = login(library, "cleo2", "anna");
        LibraryLogin ben = login(library, "cleo3", "ben");
        FakeList own = music.makeList("anna", "Mine", List.of("%032x".formatted(9)));
        push.push(anna);
        push.push(ben);
        int before = music.lists().size();

        given().delete("/api/libraries/%d/logins/%d".formatted(library.id(), anna.id()))
                .then()
                .statusCode(204);

        assertThat(music.lists()).hasSizeLessThan(before).containsKey(own.id);
        assertThat(music.lists().values())
                .filteredOn(list -> list.owner.equals("anna"))
                .extracting(list -> list.id)
                .containsExactly(own.id);
        assertThat(push.of(ben)).allMatch(list -> list.state() == PushState.SENT);
        given().delete("/api/libraries/" + library.id()).then().statusCode(204);
        assertThat(music.lists()).containsOnlyKeys(own.id);
    }

    @Test
    void login_thatIsRemovedWhileTheServerIsAway_namesTheListsThatStay() {
        FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false);
        LibraryState library = library(server);
        LibraryLogin anna = login(library, "cleo4", "anna");
        LibraryLogin ben = login(library, "cleo5", "ben");
        push.push(anna);
        push.push(ben);
        server.fault(FakeServer.Fault.DOWN);

        given().delete("/api/libraries/%d/logins/%d".formatted(library.id(), anna.id()))
                .then()
                .statusCode(200)
                .body("listsLeft", hasItems("Weekly jams", "Rediscover"));
        given().delete("/api/libraries/" + library.id()).then().statusCode(200).body("listsLeft", hasSize(4));
        given().get("/api/libraries/" + library.id()).then().statusCode(404);
    }

    @Test
    void song_ofSeveralFiles_isSentAsTheOneThatIsNoCompilation() {
        List<FakeSong> songs = new ArrayList<>(music.songs());
        FakeSong first = songs.get(1);
        songs.add(0, FakeLibrary.song("%032x".formatted(0), first.credit(), first.title(), "Hits"));
        music.songs(songs);
        music.compilations.add(songs.get(0).album().id());
        LibraryLogin login =
                login(library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false)), "cleo6", "anna");
        keep("cleo6", "Twice", 2, 4);

        push.push(login);

        assertThat(named("anna", "Twice").songIds).containsExactly("%032x".formatted(2), "%032x".formatted(3));
        music.compilations.clear();
    }
}
