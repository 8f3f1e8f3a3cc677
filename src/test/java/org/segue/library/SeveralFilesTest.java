package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.catalog.ExternalSong;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerAlbum;

/** A server with several files of a song, and songs here that a file may be. */
class SeveralFilesTest {

    private static final Instant STARRED = Instant.ofEpochSecond(1_600_000_000);

    private final FakeServer server = new FakeServer();

    @TempDir
    private Path folder;

    private RunningLibraries running;
    private int library;

    @BeforeEach
    void start() throws IOException {
        running = RunningLibraries.start(folder, server);
        library = running.create();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private void file(String id, ServerAlbum album, int seconds) {
        Names names = new Names("Harbour Lights", "Nella Quist", List.of(), album);
        server.songs.put(
                id,
                new ServerSong(id, names, seconds * 1000, null, List.of(), "/music/" + id + ".flac", Preferences.NONE));
    }

    private String played(LibraryLogin login) {
        int song = running.songs.byId(library, "a").orElseThrow().match().song().id();
        Map<Integer, String> found = running.songs.externalIds(login, List.of(song));
        return String.valueOf(found.get(song));
    }

    private List<String> paths(LibraryLogin login) {
        int song = running.songs.byId(library, "a").orElseThrow().match().song().id();
        return new FilePathRepository(running.database)
                .of(library, login.userId(), List.of(song))
                .getOrDefault(song, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Wharf Sessions, true",
        "Live at the Wharf, false",
        "Best of Nella Quist, false",
        "Low Tide [Live], false"
    })
    void file_ofAStudioAlbum_isPlayed_ratherThanOneOfAnAlbumThatRepeatsSongs(String album, boolean isTold) {
        file("a", isTold ? new ServerAlbum("al-1", album, true) : new ServerAlbum("al-1", album), 200);
        file("b", new ServerAlbum("al-2", "Piers"), 201);
        LibraryLogin anna = running.login(library, "anna");

        running.sync(library);

        assertThat(played(anna)).isEqualTo("b");
        assertThat(paths(anna)).containsExactly("/music/b.flac", "/music/a.flac");
    }

    @Test
    void file_withAStar_isPlayed_byWhoGaveIt() {
        file("a", new ServerAlbum("al-1", "Live at the Wharf"), 200);
        file("b", new ServerAlbum("al-2", "Piers"), 201);
        LibraryLogin anna = running.login(library, "anna");
        LibraryLogin ben = running.login(library, "ben");
        server.star("anna", "a", STARRED);

        running.sync(library);

        assertThat(played(anna)).isEqualTo("a");
        assertThat(paths(anna)).startsWith("/music/a.flac");
        assertThat(played(ben)).isEqualTo("b");
        server.star("anna", "a", null);
        running.sync(library);
        assertThat(played(anna)).isEqualTo("b");
    }

    @Test
    void file_thatTheLoginIsNotShown_isNotPlayed() {
        file("a", new ServerAlbum("al-1", "Live at the Wharf"), 200);
        file("b", new ServerAlbum("al-2", "Piers"), 201);
        running.login(library, "anna");
        LibraryLogin ben = running.login(library, "ben");
        server.hide("ben", "b");

        running.sync(library);

        assertThat(played(ben)).isEqualTo("a");
    }

    @Test
    void album_thatIsACompilationNoMore_isAsAnyOther() {
        file("a", new ServerAlbum("al-1", "Wharf", true), 200);
        file("b", new ServerAlbum("al-2", "Piers"), 200);
        LibraryLogin anna = running.login(library, "anna");
        running.sync(library);
        file("a", new ServerAlbum("al-1", "Wharf", false), 200);
        file("b", new ServerAlbum("al-2", "Piers", true), 200);

        running.sync(library);

        assertThat(played(anna)).isEqualTo("a");
    }

    // Three songs of one name: lengths far apart on different albums. What is left to tell is how near the length is.
    @ParameterizedTest
    @CsvSource({"185, 180", "196, 200", "205, 200", "221, 220", "226, 220"})
    void length_breaksTies_withinFiveSecondsOrThreePercent(int seconds, int expected) {
        Map<Integer, String> albums = Map.of(180, "Piers", 200, "Wharf", 220, "Jetty");
        List.of(180, 200, 220).forEach(each -> heard(albums.getOrDefault(each, ""), each));
        file("a", new ServerAlbum("al-9", "Elsewhere"), seconds);
        running.login(library, "anna");

        running.sync(library);

        assertThat(running.songs.byId(library, "a").orElseThrow().match().song().album())
                .isEqualTo(albums.get(expected));
        assertThat(running.matches(library)).isEqualTo(Map.of("a", "key"));
    }

    private void heard(String album, int seconds) {
        running.catalog
                .recordings()
                .keep(
                        ExternalSong.named("Nella Quist", "Harbour Lights", album)
                                .with(null, null, seconds * 1000),
                        made -> {});
    }
}
