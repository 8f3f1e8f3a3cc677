package org.segue.library.jellyfin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryServer;
import org.segue.library.ServerFacts;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerClients;
import org.segue.testsupport.FakeJellyfin;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeServer;

class JellyfinServerTest {

    private static final String PASSWORD = "päss wörd&1";

    private final JellyfinServers servers = new JellyfinServers(ServerClients.patient());
    private final FakeJellyfin server = new FakeJellyfin();
    private final FakeLibrary music = server.library();
    private final Account anna = music.account("anna", PASSWORD);
    private final Library library = new Library(1, LibraryKind.JELLYFIN, "House", server.address(), server.address());

    JellyfinServerTest() {
        music.account("bob", "bobpass");
        music.songs(FakeLibrary.many(1203));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private LibraryServer signedIn(boolean isKey) {
        return servers.open(library, servers.signIn(library, "anna", isKey ? FakeJellyfin.KEY : PASSWORD, isKey));
    }

    @Test
    void password_isSentOnceAndNotKept() {
        String kept = servers.signIn(library, "anna", PASSWORD, false);
        assertThat(kept).doesNotContain(PASSWORD);
        servers.open(library, kept).facts();
        assertThat(server.requests())
                .filteredOn(asked -> asked.body().contains(PASSWORD))
                .hasSize(1);
        assertThat(server.requests())
                .allMatch(asked -> asked.query().keySet().stream().noneMatch(name -> name.equalsIgnoreCase("api_key")));
        assertThat(JellyfinLogin.of(kept).toString()).isEqualTo("token");
    }

    @Test
    void loginsOfTwoListeners_areTwoDevices() {
        servers.signIn(library, "anna", PASSWORD, false);
        servers.signIn(library, "bob", "bobpass", false);
        assertThat(server.requests().stream().map(asked -> asked.headers().get("Authorization")))
                .doesNotHaveDuplicates();
    }

    @Test
    void facts_areWhatTheServerSays() {
        assertThat(signedIn(false).facts()).isEqualTo(new ServerFacts("jellyfin", "10.11.11", "anna", Set.of()));
        assertThat(signedIn(true).facts().account()).isEqualTo("anna");
    }

    @Test
    void wrongSecrets_areRefused() {
        assertThat(failureOfSignIn("anna", "wr0ng", false).fault()).isEqualTo(Fault.LOGIN);
        assertThat(failureOfSignIn("anna", "wr0ng\"\r\n", true).fault()).isEqualTo(Fault.LOGIN);
        assertThat(failureOfSignIn("carl", FakeJellyfin.KEY, true).getMessage()).contains("no user of this name");
    }

    private LibraryException failureOfSignIn(String user, String password, boolean isKey) {
        return catchThrowableOfType(LibraryException.class, () -> servers.signIn(library, user, password, isKey));
    }

    @Test
    void loginThatHasEnded_isTold() {
        LibraryServer open = signedIn(false);
        server.signEverybodyOut();
        LibraryException e = catchThrowableOfType(LibraryException.class, open::facts);
        assertThat(e.fault()).isEqualTo(Fault.LOGIN);
        assertThat(e.getMessage()).contains("again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void songs_areAllReadOnce(boolean isKey) {
        FakeSong first = music.songs().get(0);
        anna.stars.put(first.id(), Instant.EPOCH);
        anna.plays.put(first.id(), 7);
        anna.played.put(first.id(), Instant.parse("2026-11-29T10:23:46.895Z"));
        List<ServerSong> songs = new ArrayList<>();
        signedIn(isKey).songs(songs::add);
        assertThat(songs).hasSize(1203);
        ServerSong song = songs.get(0);
        assertThat(song.names().artists())
                .containsExactly(new ServerSong.ServerArtist(
                        first.artists().get(0).id(),
                        "Artist 0",
                        first.artists().get(0).mbid()));
        assertThat(song.names().album())
                .isEqualTo(new ServerSong.ServerAlbum(first.album().id(), "Album of Artist 0"));
        assertThat(song.recordingMbid()).isEqualTo(first.mbid());
        assertThat(song.lengthMs()).isEqualTo(120_000);
        assertThat(song.path()).startsWith("/music/");
        assertThat(song.preferences())
                .isEqualTo(new ServerSong.Preferences(Instant.EPOCH, 0, 7, Instant.parse("2026-11-29T10:23:46.895Z")));
        assertThat(songs.get(1).recordingMbid()).isNull();
        assertThat(songs.get(1).preferences()).isEqualTo(ServerSong.Preferences.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void list_isMadePrivatelyAndReplacedUnderItsId(boolean isKey) {
        LibraryServer open = signedIn(isKey);
        List<String> ids = music.songs().stream().map(FakeSong::id).toList();
        String id = open.create("Weekly Jams", "Made by Segue.", ids.subList(0, 250));
        FakeList made = requireNonNull(music.lists().get(id));
        assertThat(made.songIds).isEqualTo(ids.subList(0, 250));
        assertThat(made.isPublic).isFalse();
        assertThat(made.owner).isEqualTo("anna");
        open.replace(id, "Weekly Jams", "Made by Segue.", ids.subList(300, 420));
        assertThat(open.songsOf(id)).contains(ids.subList(300, 420));
        assertThat(open.playlists())
                .singleElement()
                .satisfies(list -> assertThat(list.id()).isEqualTo(id));
        open.delete(id);
        open.delete(id);
        assertThat(open.songsOf(id)).isEmpty();
        assertThat(open.playlists()).isEmpty();
    }

    @Test
    void strangersList_isNotReplaced() {
        FakeList list = music.makeList("bob", "Bob's", List.of());
        list.isPublic = true;
        LibraryException e = catchThrowableOfType(
                LibraryException.class, () -> signedIn(false).replace(list.id, "Mine", "", List.of()));
        assertThat(e.fault()).isEqualTo(Fault.FORBIDDEN);
        assertThat(list.name).isEqualTo("Bob's");
    }

    @Test
    void star_isAFavorite() {
        LibraryServer open = signedIn(false);
        String id = music.songs().get(3).id();
        open.star(id, true);
        assertThat(anna.stars).containsOnlyKeys(id);
        open.star(id, false);
        assertThat(anna.stars).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HTML,ANSWER,web page", "GARBAGE,ANSWER,isn’t Jellyfin’s", "DOWN,FAILED,502", "FAILED,FAILED,500"})
    void illServer_isToldInASentence(FakeServer.Fault fault, Fault expected, String words) {
        LibraryServer open = signedIn(false);
        server.fault(fault);
        LibraryException e = catchThrowableOfType(LibraryException.class, open::playlists);
        assertThat(e.fault()).isEqualTo(expected);
        assertThat(e.getMessage()).contains(words).doesNotContain("no music", "Sign in", "Error processing");
        assertThat(failureOfSignIn("anna", PASSWORD, false).fault()).isEqualTo(expected);
    }
}
