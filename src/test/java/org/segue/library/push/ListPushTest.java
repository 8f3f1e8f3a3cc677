package org.segue.library.push;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryState;
import org.segue.playlists.Playlist;
import org.segue.testsupport.FakeJellyfin;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeServer;
import org.segue.testsupport.FakeSubsonic;

/** Lists on servers, from the sync of their songs to what somebody does with them in a player. */
@QuarkusTest
@TestProfile(ListPushTest.Profile.class)
class ListPushTest extends PushHousehold {

    /** A service whose people have libraries. */
    public static class Profile implements QuarkusTestProfile {}

    @ParameterizedTest
    @EnumSource(
            value = FakeSubsonic.Dialect.class,
            names = {"NAVIDROME", "GONIC", "SUPYSONIC"})
    void lists_arriveReplaceAndStayAway(FakeSubsonic.Dialect dialect) {
        arriveReplaceAndStayAway(library(new FakeSubsonic(dialect, music, false)));
    }

    @Test
    void lists_arriveReplaceAndStayAwayAtJellyfin() {
        arriveReplaceAndStayAway(library(new FakeJellyfin(music, false)));
    }

    private void arriveReplaceAndStayAway(LibraryState library) {
        LibraryLogin login = login(library, "cleo1", "anna");
        Playlist kept = keep("cleo1", "Sunday", 1, 5);
        push.push(login);
        FakeList sunday = named("anna", "Sunday");
        assertThat(sunday.songIds)
                .containsExactly(
                        "%032x".formatted(1), "%032x".formatted(2), "%032x".formatted(3), "%032x".formatted(4));
        assertThat(sunday.isPublic).isFalse();
        assertThat(push.of(login)).allMatch(list -> list.state() == PushState.SENT && list.message() == null);
        FakeList weekly = named("anna", "Weekly jams");
        assertThat(weekly.songIds).hasSizeGreaterThanOrEqualTo(25);
        assertThat(named("anna", "Rediscover").songIds).isNotEmpty();

        // Somebody edits: the next push overwrites that, under the same id.
        weekly.songIds = new ArrayList<>(List.of("%032x".formatted(1)));
        playlists.rename(kept.id(), "Monday");
        push.push(login);
        assertThat(weekly.songIds).hasSizeGreaterThanOrEqualTo(25);
        assertThat(named("anna", "Monday").id).isEqualTo(sunday.id);

        // Somebody deletes: it stays away until it is switched on again.
        int lists = music.lists().size();
        music.deleteList(weekly.id);
        push.push(login);
        push.push(login);
        assertThat(music.lists()).hasSize(lists - 1);
        assertThat(state(login, "weekly-jams").state()).isEqualTo(PushState.DELETED);
        assertThat(state(login, "weekly-jams").message()).asString().contains("Turn it on again");
        assertThat(push.choose(login, "weekly-jams", true)).isTrue();
        push.push(login);
        assertThat(named("anna", "Weekly jams").id).isNotEqualTo(weekly.id);

        // What is switched off, or gone here, goes there too.
        push.choose(login, "daily-jams", false);
        playlists.delete(kept.id());
        push.push(login);
        assertThat(music.lists().values()).extracting(list -> list.name).doesNotContain("Daily jams", "Monday");
        assertThat(push.choose(login, "no-such-list", true)).isFalse();
    }

    @Test
    void listsOfOthers_areNeverTouched() {
        LibraryLogin login =
                login(library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false)), "cleo2", "anna");
        FakeList own = music.makeList("anna", "Weekly jams", List.of("%032x".formatted(9)));
        push.push(login);
        assertThat(own.songIds).containsExactly("%032x".formatted(9));
        FakeList made = music.lists().values().stream()
                .filter(list -> list.name.equals("Weekly jams") && !list.id.equals(own.id))
                .findFirst()
                .orElseThrow();
        made.comment = "Mine now";
        made.songIds = new ArrayList<>(List.of("%032x".formatted(9)));
        push.push(login);
        assertThat(made.songIds).containsExactly("%032x".formatted(9));
        assertThat(state(login, "weekly-jams").message()).asString().contains("leaves it alone");
    }

    @Test
    void twoListeners_haveTheirOwnLists() {
        LibraryState library = library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false));
        LibraryLogin anna = login(library, "cleo3", "anna");
        LibraryLogin ben = login(library, "cleo4", "ben");
        push.pushChanges();
        assertThat(named("anna", "Weekly jams").songIds).isNotEqualTo(named("ben", "Weekly jams").songIds);
        assertThat(state(anna, "rediscover").state()).isEqualTo(PushState.SENT);
        assertThat(state(ben, "rediscover").state()).isEqualTo(PushState.SENT);
    }

    @Test
    void serverThatIsAway_isToldAndTheNextPushGoesOn() {
        FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false);
        LibraryLogin login = login(library(server), "cleo5", "anna");
        server.fault(FakeServer.Fault.HTML);
        push.push(login);
        assertThat(state(login, "daily-jams").state()).isEqualTo(PushState.FAILED);
        assertThat(requireNonNull(state(login, "daily-jams").message()))
                .asString()
                .contains("web page");
        server.fault(FakeServer.Fault.NONE);
        push.pushChanges();
        assertThat(state(login, "daily-jams").state()).isEqualTo(PushState.SENT);
        assertThat(music.lists().values()).extracting(list -> list.name).doesNotHaveDuplicates();
    }

    @Test
    void songsThatTheServerHasNoMore_areCounted() {
        LibraryLogin login =
                login(library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false)), "cleo6", "anna");
        keep("cleo6", "Four", 1, 5);
        music.songs(music.songs().subList(2, 130));
        push.push(login);
        assertThat(push.of(login))
                .filteredOn(list -> list.name().equals("Four"))
                .singleElement()
                .satisfies(list -> assertThat(list.message()).asString().contains("2 of 4 songs arrived"));
    }

    @Test
    void unchangedLists_areNotSentAgain() {
        FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false);
        LibraryLogin login = login(library(server), "cleo7", "anna");
        push.push(login);
        int asked = server.requests().size();
        push.pushChanges();
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void api_sendsListsAndSwitchesThem() {
        LibraryState library = library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false));
        LibraryLogin login = login(library, "cora", "anna");
        String lists = "/api/libraries/%d/logins/%d/lists".formatted(library.id(), login.id());
        given().get(lists)
                .then()
                .statusCode(200)
                .body("lists.list", hasItems("daily-jams", "weekly-jams", "weekly-exploration", "rediscover"))
                .body("lists[0].name", equalTo("Daily jams"))
                .body("lists[0].enabled", equalTo(true))
                .body("lists[0].state", nullValue());
        given().post(lists)
                .then()
                .statusCode(200)
                .body("lists[0].state", equalTo("sent"))
                .body("lists[0].sentAt", endsWith("Z"));
        given().contentType("application/json")
                .body("{\"list\":\"daily-jams\",\"enabled\":false}")
                .put(lists)
                .then()
                .statusCode(200)
                .body("lists[0].enabled", equalTo(false));
        given().contentType("application/json")
                .body("{\"list\":\"no-such-list\",\"enabled\":false}")
                .put(lists)
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body("{\"list\":\"daily-jams\"}")
                .put(lists)
                .then()
                .statusCode(422);
        given().get("/api/libraries/%d/logins/%d/lists".formatted(library.id() + 1, login.id()))
                .then()
                .statusCode(404);
    }
}
