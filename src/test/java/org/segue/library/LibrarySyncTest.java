package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.jobs.JobStatus;
import org.segue.library.LibraryException.Fault;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/** Syncs against a server without a network, on a real database. */
@Timeout(120)
class LibrarySyncTest {

    private static final String MBID = "11111111-2222-3333-4444-555555555555";

    private final FakeServer server = new FakeServer();

    @TempDir
    private Path folder;

    private RunningLibraries running;

    @BeforeEach
    void start() throws IOException {
        running = RunningLibraries.start(folder, server);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private void heard(String artist, String title, @Nullable String mbid, @Nullable String isrc) {
        running.catalog
                .recordings()
                .keep(ExternalSong.named(artist, title, null).with(mbid, isrc, null), made -> {});
    }

    @Test
    void sync_ladder_matchesByIdThenIsrcThenWords() {
        heard("Nella Quist", "Harbour Lights", MBID, null);
        heard("Nella Quist", "Low Tide", null, "GBAYE0601498");
        heard("Nella Quist", "Breakwater", null, null);
        server.add("a", "Nella Quist", "Harbour Lights (misspelt)", MBID, List.of());
        server.add("b", "N. Quist", "Tide, low", null, List.of("GBAYE0601498"));
        server.add("c", "NELLA QUIST", "Breakwater (Remastered 2011)");
        server.add("d", "Nella Quist", "Nobody knows this");
        int library = running.create();
        running.login(library, "anna");

        LibrarySync sync = running.sync(library);

        assertThat(sync.error()).isNull();
        assertThat(running.matches(library)).isEqualTo(Map.of("a", "mbid", "b", "isrc", "c", "key", "d", "new"));
        assertThat(sync.report())
                .returns(4, LibrarySync.Report::songs)
                .returns(4, LibrarySync.Report::added)
                .returns(0, LibrarySync.Report::removed);
        assertThat(running.owns("anna"))
                .containsExactlyInAnyOrder("Harbour Lights", "Low Tide", "Breakwater", "Nobody knows this");
    }

    // Plugins of the server ask for mixes of artists by these ids, others by MusicBrainz'.
    @Test
    void sync_artists_areKnownByTheServersIds_andMusicBrainzCallsThemWhatTheServerSays() {
        server.add("a", "Nella Quist", "Harbour Lights");
        server.identify("a", "5c1d7e20-0001-4aaa-8bbb-000000000001");
        server.add("b", "The Ferrymen", "Rope");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);

        assertThat(artists())
                .containsOnly(
                        "ar-Nella Quist: nella-quist 5c1d7e20-0001-4aaa-8bbb-000000000001",
                        "ar-The Ferrymen: the-ferrymen null");
        running.sync(library);
        assertThat(artists()).hasSize(2);
    }

    private List<String> artists() {
        return running.database.query(
                "SELECT l.external_id || ': ' || a.public_id || ' ' || COALESCE(a.mbid, 'null') FROM library_artist l"
                        + " JOIN artist a ON a.name_key = l.name_key",
                row -> row.getString(1));
    }

    @Test
    void sync_again_writesNothing() {
        server.add("a", "Nella Quist", "Harbour Lights");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        int seen = running.libraries.keys(library).orElseThrow().seen();

        LibrarySync again = running.sync(library);

        assertThat(again.report()).returns(0, LibrarySync.Report::added).returns(0, LibrarySync.Report::changed);
        assertThat(running.libraries.keys(library).orElseThrow().seen()).isEqualTo(seen);
    }

    @Test
    void sync_songGone_isOwnedNoMoreAndLeavesTheCatalog() {
        server.add("a", "Nella Quist", "Harbour Lights");
        server.add("b", "Nella Quist", "Low Tide");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        server.songs.remove("b");

        LibrarySync sync = running.sync(library);

        assertThat(sync.report().removed()).isEqualTo(1);
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
        assertThat(running.catalog.songs().search("low tide", 0, 10)).isEmpty();
        assertThat(running.rows("song_alias WHERE external_id = 'b'")).isZero();
    }

    @Test
    void sync_idsOfTheServerHaveChanged_findsTheSameSongs() {
        server.add("a", "Nella Quist", "Harbour Lights");
        int library = running.create();
        LibraryLogin login = running.login(library, "anna");
        running.sync(library);
        int song = running.songs.byId(library, "a").orElseThrow().match().song().id();
        server.songs.clear();
        server.add("other", "Nella Quist", "Harbour Lights");

        running.sync(library);

        assertThat(running.songs
                        .byId(library, "other")
                        .orElseThrow()
                        .match()
                        .song()
                        .id())
                .isEqualTo(song);
        assertThat(running.songs.externalIds(login, List.of(song))).isEqualTo(Map.of(song, "other"));
    }

    @Test
    void sync_idMeansAnotherSongNow_followsIt() {
        server.add("a", "Nella Quist", "Harbour Lights");
        server.add("b", "Nella Quist", "Low Tide");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        server.add("a", "Mira Holt", "Northbound");

        running.sync(library);

        assertThat(running.songs.byId(library, "a").orElseThrow().match().song().title())
                .isEqualTo("Northbound");
        assertThat(running.owns("anna")).containsExactly("Low Tide", "Northbound");
    }

    @Test
    void sync_lessThanHalf_asksBeforeItForgets() {
        for (int i = 0; i < 10; i++) {
            server.add("id" + i, "Nella Quist", "Song " + i);
        }
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        server.songs.keySet().removeIf(id -> id.compareTo("id3") >= 0);
        server.add("new", "Mira Holt", "Northbound");

        LibrarySync asking = running.sync(library);

        assertThat(asking.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(asking.report()).returns(0, LibrarySync.Report::removed).returns(7, LibrarySync.Report::missing);
        assertThat(running.libraries.byId(library).orElseThrow().missing()).isEqualTo(7);
        assertThat(running.owns("anna")).hasSize(11).contains("Northbound");

        LibrarySync told = running.sync(library, true);

        assertThat(told.report()).returns(7, LibrarySync.Report::removed).returns(0, LibrarySync.Report::missing);
        assertThat(running.owns("anna")).hasSize(4);
        assertThat(running.libraries.byId(library).orElseThrow().missing()).isZero();
    }

    @Test
    void sync_serverFails_saysWhyAndLosesNothing() {
        server.add("a", "Nella Quist", "Harbour Lights");
        int library = running.create();
        LibraryLogin login = running.login(library, "anna");
        running.sync(library);
        server.failure = new LibraryException(Fault.UNREACHABLE, Sentence.plain("Nobody answers at music.example."));

        LibrarySync sync = running.sync(library);

        assertThat(sync.status()).isEqualTo(JobStatus.FAILED);
        assertThat(sync.error()).contains("Nobody answers at music.example.");
        assertThat(running.logins.byId(login.id()).orElseThrow().problem())
                .isEqualTo(Sentence.plain("Nobody answers at music.example."));
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
        server.failure = null;
        assertThat(running.sync(library).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(running.logins.byId(login.id()).orElseThrow().problem()).isNull();
    }

    @Test
    void sync_oneOfTwoLoginsFails_forgetsNothing() {
        server.add("a", "Nella Quist", "Harbour Lights");
        server.add("b", "Nella Quist", "Low Tide");
        int library = running.create();
        running.login(library, "anna");
        running.login(library, "ben");
        server.hide("anna", "b");
        running.sync(library);
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
        assertThat(running.owns("ben")).containsExactly("Harbour Lights", "Low Tide");
        server.passwords.put("ben", "changed");

        LibrarySync sync = running.sync(library);

        assertThat(sync.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(sync.report().problems())
                .singleElement()
                .asString()
                .contains("ben")
                .contains("wrong");
        assertThat(running.owns("ben")).containsExactly("Harbour Lights", "Low Tide");
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
    }

    @Test
    void sync_cancelled_leavesAllAsItWas() {
        server.add("a", "Nella Quist", "Harbour Lights");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        server.add("b", "Nella Quist", "Low Tide");
        server.beforeEach = song -> running.syncs.underWay().forEach(sync -> running.syncs.cancel(sync.id()));

        LibrarySync sync = running.sync(library);

        assertThat(sync.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
        assertThat(running.catalog.songs().search("low tide", 0, 10)).isEmpty();
    }

    @Test
    void sync_oneIsrcOnSongsOfSeveralNames_identifiesNone() {
        server.add("a", "Nella Quist", "Harbour Lights", null, List.of("GBAYE0601498"));
        server.add("b", "Mira Holt", "Northbound", null, List.of("GBAYE0601498"));
        int library = running.create();
        running.login(library, "anna");

        running.sync(library);

        assertThat(running.owns("anna")).containsExactly("Harbour Lights", "Northbound");
    }

    @Test
    void delete_library_takesAllBackThatItAloneBrought() {
        heard("Nella Quist", "Harbour Lights", null, null);
        server.add("a", "Nella Quist", "Harbour Lights");
        server.add("b", "Mira Holt", "Northbound");
        server.star("anna", "b", Instant.ofEpochSecond(1_600_000_000));
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        assertThat(running.loves("anna")).containsExactly("Northbound");

        assertThat(running.service.delete(library)).contains(List.of());

        running.awaitSweep();
        org.segue.testsupport.Eventually.until(() -> running.rows("song") == 1);
        assertThat(running.loves("anna")).isEmpty();
        assertThat(running.owned.of(running.user("anna")).isKnown()).isFalse();
        assertThat(running.rows("song_alias a JOIN source s ON s.id = a.source_id AND s.name GLOB 'library-*'"))
                .isZero();
        assertThat(running.rows("library_file") + running.rows("library_taste") + running.rows("imported_feedback"))
                .isZero();
        assertThat(running.rows("artist")).isEqualTo(1);
    }

    @Test
    void start_afterAKillInTheMiddle_leavesTheLibraryAsItWas() throws IOException {
        server.add("a", "Nella Quist", "Harbour Lights");
        int library = running.create();
        running.login(library, "anna");
        running.sync(library);
        // What the process had written of the next sync when it was killed.
        running.database.writeNow(connection -> {
            Statements.update(
                    connection,
                    "INSERT INTO library_sync (id, status, library_id, created_at, started_at) VALUES (7, 'running', ?, 1, 1)",
                    library);
            Statements.update(
                    connection,
                    "INSERT INTO song (id, public_id, title, import_id) SELECT 99, 'half', 'Half', import_id FROM library");
            return Statements.update(
                    connection,
                    "INSERT INTO library_file (library_id, seen, external_id, song_id, matched_by, title)"
                            + " VALUES (?, 7, 'b', 99, 'new', 'Half')",
                    library);
        });
        running.close();

        running = RunningLibraries.start(folder, server);

        running.awaitSweep();
        LibrarySync killed = running.syncs.byId(7).orElseThrow();
        assertThat(killed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(killed.error()).contains("as it was before");
        assertThat(running.owns("anna")).containsExactly("Harbour Lights");
        assertThat(running.rows("song WHERE public_id = 'half'")).isZero();
        assertThat(running.sync(library).status()).isEqualTo(JobStatus.COMPLETED);
    }
}
