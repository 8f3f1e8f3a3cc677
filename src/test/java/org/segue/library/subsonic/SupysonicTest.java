package org.segue.library.subsonic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.segue.library.Library;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryServer;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerClients;
import org.segue.testsupport.Supysonic;

/** A real server of the old protocol, spoken to by ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupysonicTest {

    private static final String PASSWORD = "Wörd & 1";

    private final SubsonicServers servers = new SubsonicServers(ServerClients.patient());
    private @Nullable Supysonic started;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Supysonic.isInstalled(), "skipped: supysonic or python3-waitress is not installed");
        Supysonic server = Supysonic.in(folder);
        started = server;
        server.user("anna", PASSWORD);
        server.user("bob", "bobpass");
        for (int i = 0; i < 12; i++) {
            server.song("夜の海", "波の地図", "Żółć i Ærø %02d".formatted(i), 100 + i);
        }
        server.start();
    }

    @AfterAll
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private Library library() {
        URI address = requireNonNull(started).address();
        return new Library(1, LibraryKind.SUBSONIC, "Music", address, address);
    }

    private LibraryServer open(String user, String password) {
        return servers.open(library(), servers.signIn(library(), user, password, false));
    }

    private static Map<String, ServerSong> songs(LibraryServer open) {
        List<ServerSong> all = new ArrayList<>();
        open.songs(all::add);
        return all.stream().collect(Collectors.toMap(ServerSong::id, song -> song));
    }

    @Test
    void songs_areReadWithTheirWordsAndLengths() {
        Map<String, ServerSong> songs = songs(open("anna", PASSWORD));
        assertThat(songs).hasSize(12);
        ServerSong song = songs.values().stream()
                .filter(each -> each.names().title().endsWith("07"))
                .findFirst()
                .orElseThrow();
        assertThat(song.names().artist()).isEqualTo("夜の海");
        assertThat(song.names().album())
                .isNotNull()
                .satisfies(album -> assertThat(album.name()).isEqualTo("波の地図"));
        assertThat(song.lengthMs()).isEqualTo(107_000);
        assertThat(song.path()).isEqualTo("夜の海/波の地図/Żółć i Ærø 07.flac");
    }

    @Test
    void password_isKeptOnlyBecauseNothingElseWorks_andWrongOnesAreRefused() {
        assertThat(SubsonicLogin.of(servers.signIn(library(), "anna", PASSWORD, false)))
                .isEqualTo(SubsonicLogin.ofPassword("anna", PASSWORD));
        LibraryException e =
                catchThrowableOfType(LibraryException.class, () -> servers.signIn(library(), "anna", "wrong", false));
        assertThat(e.fault()).isEqualTo(Fault.LOGIN);
    }

    @Test
    void facts_areThoseOfAnOldServer() {
        LibraryServer open = open("anna", PASSWORD);
        assertThat(open.facts().version()).isEqualTo("1.10.2");
        assertThat(open.facts().extensions()).isEmpty();
        assertThat(open.revision()).isEmpty();
    }

    @Test
    void stars_areOnesOwn() {
        LibraryServer anna = open("anna", PASSWORD);
        String id = songs(anna).keySet().iterator().next();
        anna.star(id, true);
        anna.star(id, true);
        assertThat(taste(anna, id).starredAt()).isNotNull();
        assertThat(taste(open("bob", "bobpass"), id)).isEqualTo(ServerSong.Preferences.NONE);
        anna.star(id, false);
        anna.star(id, false);
        assertThat(taste(anna, id)).isEqualTo(ServerSong.Preferences.NONE);
    }

    private static ServerSong.Preferences taste(LibraryServer open, String id) {
        return requireNonNull(songs(open).get(id)).preferences();
    }

    @Test
    void list_isMade_replacedUnderItsId_andDeleted() {
        LibraryServer anna = open("anna", PASSWORD);
        List<String> ids = List.copyOf(songs(anna).keySet());
        String id = anna.create("Daily jams", "Made by Segue", ids.subList(0, 7));
        assertThat(anna.songsOf(id)).contains(ids.subList(0, 7));
        assertThat(open("bob", "bobpass").playlists()).isEmpty();
        anna.replace(id, "Daily jams, Tuesday", "Made by Segue", ids.subList(5, 12));
        assertThat(anna.songsOf(id)).contains(ids.subList(5, 12));
        assertThat(anna.playlists()).singleElement().satisfies(list -> {
            assertThat(list.id()).isEqualTo(id);
            assertThat(list.name()).isEqualTo("Daily jams, Tuesday");
            assertThat(list.owner()).isEqualTo("anna");
            assertThat(list.comment()).isEqualTo("Made by Segue");
        });
        anna.delete(id);
        anna.delete(id);
        assertThat(anna.songsOf(id)).isEmpty();
        assertThat(anna.playlists()).isEmpty();
    }
}
