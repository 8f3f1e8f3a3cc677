package org.segue.library.subsonic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryServer;
import org.segue.library.ServerFacts;
import org.segue.library.ServerPlaylist;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerClients;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeArtist;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeServer;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.FakeSubsonic.Dialect;

class SubsonicServerTest {

    private static final String PASSWORD = "päss wörd&1";

    private final SubsonicServers servers = new SubsonicServers(ServerClients.patient());
    private final FakeLibrary music = new FakeLibrary();
    private @Nullable FakeSubsonic opened;
    private final Account anna = music.account("anna", PASSWORD);

    @BeforeEach
    void fill() {
        music.account("bob", "bobpass");
        music.songs(FakeLibrary.many(1203));
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private Library start(Dialect dialect) {
        opened = new FakeSubsonic(dialect, music, false);
        return library();
    }

    private FakeSubsonic server() {
        return requireNonNull(opened);
    }

    private Library library() {
        return new Library(1, LibraryKind.SUBSONIC, "Music", server().address(), server().address());
    }

    private LibraryServer signedIn(Dialect dialect) {
        Library library = start(dialect);
        return servers.open(library, servers.signIn(library, user(dialect), secret(dialect), takesKeys(dialect)));
    }

    private static boolean takesKeys(Dialect dialect) {
        return dialect == Dialect.AMPACHE;
    }

    private String user(Dialect dialect) {
        return takesKeys(dialect) ? "" : "anna";
    }

    private String secret(Dialect dialect) {
        return takesKeys(dialect) || dialect == Dialect.LMS ? anna.apiKey : PASSWORD;
    }

    private static List<ServerSong> read(LibraryServer server) {
        List<ServerSong> all = new ArrayList<>();
        server.songs(all::add);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "NAVIDROME,TOKEN,true",
        "GONIC,TOKEN,true",
        "LMS,PASSWORD,true",
        "SUPYSONIC,PASSWORD,true",
        "AIRSONIC,TOKEN,false",
        "AMPACHE,KEY,true"
    })
    void signIn_keepsTheLeastThatTheServerTakes(Dialect dialect, SubsonicLogin.Way way, boolean isPosted) {
        Library library = start(dialect);
        String kept = servers.signIn(library, user(dialect), secret(dialect), takesKeys(dialect));
        SubsonicLogin login = SubsonicLogin.of(kept);
        assertThat(login.way()).isEqualTo(way);
        assertThat(login.isPosted()).isEqualTo(isPosted);
        assertThat(kept.contains(PASSWORD)).isEqualTo(dialect == Dialect.SUPYSONIC);
        assertThat(login.toString()).isEqualTo(way.name());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void wrongPassword_isRefusedAndNeverPutIntoAnAddress(Dialect dialect) {
        Library library = start(dialect);
        LibraryException e = catchThrowableOfType(
                LibraryException.class, () -> servers.signIn(library, "anna", "wr0ng-secret", false));
        assertThat(e.fault()).isEqualTo(Fault.LOGIN);
        assertThat(e.getMessage()).doesNotContain("wr0ng");
        if (dialect != Dialect.AIRSONIC) {
            assertThat(server().requests()).allMatch(asked -> asked.query().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"NAVIDROME", "SUPYSONIC", "AMPACHE"})
    void wrongKey_isRefused(Dialect dialect) {
        Library library = start(dialect);
        LibraryException e =
                catchThrowableOfType(LibraryException.class, () -> servers.signIn(library, "", "no-such-key", true));
        assertThat(e.fault()).isEqualTo(Fault.LOGIN);
        assertThat(e.getMessage()).contains("key");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void songs_areAllReadOnce(Dialect dialect) {
        List<ServerSong> songs = read(signedIn(dialect));
        assertThat(songs).hasSize(1203);
        assertThat(songs.stream().map(ServerSong::id)).doesNotHaveDuplicates();
        assertThat(songs.stream().map(song -> song.names().title())).contains("Song 0", "Song 1202");
    }

    @Test
    void song_isReadAsNavidromeWritesIt() {
        Instant starred = Instant.parse("2026-11-29T10:38:46.890349081Z");
        FakeSong first = music.songs().get(0);
        anna.stars.put(first.id(), starred);
        anna.ratings.put(first.id(), 4);
        anna.plays.put(first.id(), 7);
        anna.played.put(first.id(), Instant.parse("2026-11-29T10:23:46.895Z"));
        List<ServerSong> songs = read(signedIn(Dialect.NAVIDROME));
        ServerSong song = songs.get(0);
        FakeArtist artist = first.artists().get(0);
        assertThat(song.names())
                .isEqualTo(new ServerSong.Names(
                        "Song 0",
                        "Artist 0",
                        List.of(new ServerSong.ServerArtist(artist.id(), "Artist 0", artist.mbid())),
                        new ServerSong.ServerAlbum(first.album().id(), "Album of Artist 0")));
        assertThat(song.lengthMs()).isEqualTo(120_000);
        assertThat(song.recordingMbid()).isEqualTo(first.mbid());
        assertThat(song.preferences())
                .isEqualTo(new ServerSong.Preferences(starred, 4, 7, Instant.parse("2026-11-29T10:23:46.895Z")));
        ServerSong second = songs.get(1);
        assertThat(second.recordingMbid()).isNull();
        assertThat(second.isrcs()).isEmpty();
        assertThat(second.preferences()).isEqualTo(ServerSong.Preferences.NONE);
    }

    @Test
    void starWithoutAZone_isOfUniversalTime() {
        anna.stars.put(music.songs().get(0).id(), Instant.parse("2026-11-29T10:32:51Z"));
        assertThat(read(signedIn(Dialect.SUPYSONIC)).get(0).preferences().starredAt())
                .isEqualTo(Instant.parse("2026-11-29T10:32:51Z"));
    }

    @Test
    void songsThatOnlyOneAccountSees_areNotReadByTheOther() {
        music.account("bob", "bobpass").sees = song -> song.title().endsWith("7");
        Library library = start(Dialect.NAVIDROME);
        LibraryServer bob = servers.open(library, servers.signIn(library, "bob", "bobpass", false));
        assertThat(read(bob)).hasSize(120);
    }

    @Test
    void facts_areWhatTheServerSays() {
        ServerFacts facts = signedIn(Dialect.NAVIDROME).facts();
        assertThat(facts.software()).isEqualTo("navidrome");
        assertThat(facts.version()).startsWith("0.63.2");
        assertThat(facts.account()).isEqualTo("anna");
        assertThat(facts.extensions()).contains("formPost");
        server().close();
        assertThat(signedIn(Dialect.SUPYSONIC).facts()).isEqualTo(new ServerFacts(null, "1.10.2", "anna", Set.of()));
        server().close();
        assertThat(signedIn(Dialect.AMPACHE).facts().account()).isEqualTo("anna");
    }

    @Test
    void revision_changesWithAScan() {
        LibraryServer navidrome = signedIn(Dialect.NAVIDROME);
        String before = navidrome.revision().orElseThrow();
        server().scannedAt("2026-11-30T10:00:00Z");
        assertThat(navidrome.revision()).isPresent().isNotEqualTo(Optional.of(before));
        server().close();
        assertThat(signedIn(Dialect.SUPYSONIC).revision()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void list_isMadePrivatelyAndReplacedUnderItsId(Dialect dialect) {
        LibraryServer open = signedIn(dialect);
        List<String> ids = music.songs().stream().map(FakeSong::id).toList();
        String id = open.create("Weekly Jams", "Made by Segue.", ids.subList(0, 250));
        FakeList made = requireNonNull(music.lists().get(id));
        assertThat(made.songIds).isEqualTo(ids.subList(0, 250));
        assertThat(made.isPublic).isFalse();
        open.replace(id, "Weekly Jams of today", "Made by Segue again.", ids.subList(300, 302));
        assertThat(music.lists()).containsOnlyKeys(id);
        assertThat(made.name).isEqualTo("Weekly Jams of today");
        assertThat(made.comment).isEqualTo("Made by Segue again.");
        assertThat(open.songsOf(id)).contains(ids.subList(300, 302));
        assertThat(made.isPublic).isFalse();
        String comment = dialect == Dialect.LMS ? null : "Made by Segue again.";
        assertThat(open.playlists()).containsExactly(new ServerPlaylist(id, "Weekly Jams of today", "anna", comment));
        open.delete(id);
        open.delete(id);
        assertThat(open.songsOf(id)).isEmpty();
    }

    @Test
    void secondListOfAName_isFoundThoughTheServerDoesNotTellItsId() {
        LibraryServer open = signedIn(Dialect.SUPYSONIC);
        FakeList other = music.makeList("anna", "Daily Jams", List.of());
        music.makeList("bob", "Daily Jams", List.of()).isPublic = true;
        assertThat(open.create(
                        "Daily Jams",
                        "Made by Segue.",
                        List.of(music.songs().get(0).id())))
                .isNotEqualTo(other.id);
        assertThat(other.songIds).isEmpty();
    }

    @Test
    void strangersList_isNotReplaced() {
        FakeList list = music.makeList("bob", "Bob's", List.of());
        list.isPublic = true;
        LibraryServer open = signedIn(Dialect.NAVIDROME);
        LibraryException e = catchThrowableOfType(
                LibraryException.class,
                () -> open.replace(
                        list.id, "Mine", "", List.of(music.songs().get(0).id())));
        assertThat(e.fault()).isEqualTo(Fault.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"NAVIDROME", "SUPYSONIC"})
    void star_mayBeSetTwice(Dialect dialect) {
        LibraryServer open = signedIn(dialect);
        String id = music.songs().get(0).id();
        open.star(id, true);
        open.star(id, true);
        assertThat(anna.stars).containsOnlyKeys(id);
        open.star(id, false);
        open.star(id, false);
        assertThat(anna.stars).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTML,ANSWER,web page",
        "GARBAGE,ANSWER,isn’t a Subsonic server’s",
        "DOWN,FAILED,502",
        "FAILED,FAILED,code 0"
    })
    void illServer_isToldInASentence(FakeServer.Fault fault, Fault expected, String words) {
        LibraryServer open = signedIn(Dialect.NAVIDROME);
        server().fault(fault);
        LibraryException e = catchThrowableOfType(LibraryException.class, () -> read(open));
        assertThat(e.fault()).isEqualTo(expected);
        assertThat(e.getMessage()).contains(words).doesNotContain("server's own", "no music", "Sign in");
        LibraryException first =
                catchThrowableOfType(LibraryException.class, () -> servers.signIn(library(), "anna", PASSWORD, false));
        assertThat(first.fault()).isEqualTo(expected);
    }
}
