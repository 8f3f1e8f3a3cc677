package org.segue.listens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.Repositories;
import org.segue.catalog.Song;
import org.segue.catalog.SongMergeRepository.SongMerge;
import org.segue.catalog.Source;
import org.segue.feedback.Verdicts;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;
import org.segue.testsupport.FiredEvents;

/** Keys of a database that a former version made are made anew, and its songs are joined with care. */
class RekeyingTest {

    /** Made by {@code made.sh} beside it, with Segue of that commit. */
    private static final String KEPT = "/released/rekeying/48388cf.db.gz";

    private static final int ANNA = 1;
    private static final int CLOCKS = 1;
    private static final int VIDEO = 2;
    private static final int LYRICS = 3;

    @TempDir
    Path folder;

    private static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = new GZIPInputStream(RekeyingTest.class.getResourceAsStream(KEPT))) {
            Files.copy(in, folder.resolve("segue.db"));
        }
    }

    private static void migrate(Database database) {
        new Repositories(database).rekeying().run();
        new JoinedListenTimesRepository(
                        database,
                        new MergedListenRepository(database),
                        new ListenChangeDebouncer(
                                new MergedListenRepository(database), new FiredEvents<>(ignored -> {})))
                .settle();
    }

    @Test
    void run_songsOfOneKey_areJoinedAndListed() throws IOException {
        unpack(folder);
        try (Databases.Opened opened = Databases.open(folder)) {
            migrate(opened.database());

            assertThat(merges(opened.database()))
                    .containsOnly(
                            Map.entry("Clocks (Official Video)", "joined to Clocks"),
                            Map.entry("Clocks [Lyrics]", "joined to Clocks"),
                            Map.entry("Drive", "joined to Drive"),
                            Map.entry("TNT", "listed with T.N.T.: length"),
                            Map.entry("Hello", "listed with Hello: mbid"),
                            Map.entry("America", "listed with America: feedback"),
                            Map.entry("Help!", "joined to Help!"),
                            Map.entry("STRASSE", "joined to Straße"));
            assertThat(count(opened.database(), "rekeying")).isZero();
            assertThat(count(opened.database(), "song WHERE merged_into IS NULL"))
                    .isEqualTo(11);
            assertThat(count(opened.database(), "artist WHERE merged_into IS NULL"))
                    .isEqualTo(7);
            assertThat(count(opened.database(), "pragma_foreign_key_check")).isZero();
        }
    }

    private static Map<String, String> merges(Database database) {
        return new Repositories(database)
                .merges().list(0, 100).stream()
                        .collect(Collectors.toMap(one -> one.from().title(), RekeyingTest::told));
    }

    private static String told(SongMerge merge) {
        return merge.state().equals("joined")
                ? "joined to " + merge.into().title()
                : merge.state() + " with " + merge.into().title() + ": " + merge.reason();
    }

    @Test
    void run_onePlayUnderTwoSpellings_countsOnce() throws IOException {
        unpack(folder);
        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(Listens.count(opened.database(), ANNA)).isEqualTo(18);

            migrate(opened.database());

            assertThat(Listens.count(opened.database(), ANNA)).isEqualTo(17);
            assertThat(listensOf(opened.database(), CLOCKS))
                    .containsExactly(1_690_003_000L, 1_690_002_000L, 1_690_001_000L, 1_690_000_000L);
        }
    }

    @Test
    void run_idsOfBefore_leadToTheSongStill() throws IOException {
        unpack(folder);
        try (Databases.Opened opened = Databases.open(folder)) {
            migrate(opened.database());
            Repositories catalog = new Repositories(opened.database());

            String formerMsid = RecordingKey.msidOf("coldplay\tclocks official video");
            assertThat(catalog.recordings().byMsid(ANNA, formerMsid)).contains(CLOCKS);
            assertThat(catalog.songs().byPublicId("coldplay-clocks-lyrics"))
                    .map(Song::id)
                    .contains(CLOCKS);
            assertThat(catalog.artists().keyOf("adelevevo"))
                    .isEqualTo(catalog.artists().keyOf("adele"));
            assertThat(catalog.artists().search("adele", 0, 10)).hasSize(1);
        }
    }

    @Test
    void separate_joinedSong_hasItsListensAndVerdictsAndKeepsThem() throws IOException {
        unpack(folder);
        try (Databases.Opened opened = Databases.open(folder)) {
            migrate(opened.database());
            assertThat(verdictSong(opened.database())).isEqualTo(CLOCKS);

            assertThat(new Repositories(opened.database()).merges().separate("coldplay-clocks-lyrics"))
                    .isPresent();

            assertThat(listensOf(opened.database(), LYRICS)).containsExactly(1_690_003_000L);
            assertThat(listensOf(opened.database(), CLOCKS))
                    .containsExactly(1_690_002_000L, 1_690_001_000L, 1_690_000_000L);
            assertThat(verdictSong(opened.database())).isEqualTo(LYRICS);
            assertThat(resolved(opened.database(), "Coldplay", "Clocks [Lyrics]"))
                    .isEqualTo(LYRICS);
            assertThat(resolved(opened.database(), "Coldplay", "Clocks (Official Video)"))
                    .isEqualTo(VIDEO);
            assertThat(resolved(opened.database(), "Coldplay", "Clocks")).isEqualTo(CLOCKS);
            assertThat(count(opened.database(), "song_search WHERE song_search MATCH 'lyrics'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void separate_joinedSong_hasItsPlayCounts() throws IOException {
        unpack(folder);
        try (Databases.Opened opened = Databases.open(folder)) {
            Database database = opened.database();
            database.writeNow(connection -> Statements.update(
                    connection,
                    "INSERT INTO play_count (user_id, song_id, import_id, rating, value)"
                            + " VALUES (1, 1, 1, 0, 7), (1, 3, 1, 0, 2), (1, 3, 2, 0, 30)"));
            migrate(database);
            assertThat(playsOf(database)).isEqualTo(Map.of(CLOCKS, 30.0));

            new Repositories(database).merges().separate("coldplay-clocks-lyrics");

            assertThat(playsOf(database)).isEqualTo(Map.of(CLOCKS, 7.0, LYRICS, 30.0));
        }
    }

    private static Map<Integer, Double> playsOf(Database database) {
        return database.read(connection -> new PlayCountRepository().of(connection, ANNA)).stream()
                .collect(Collectors.toMap(
                        CountedPlays::songId, counted -> java.util.Objects.requireNonNullElse(counted.plays(), 0.0)));
    }

    private static int verdictSong(Database database) {
        return Verdicts.of(database).of(ANNA, java.time.Instant.now()).stream()
                .map(said -> said.feedback().key())
                .filter(key -> key <= LYRICS)
                .findFirst()
                .orElseThrow();
    }

    private static int resolved(Database database, String artist, String title) {
        Repositories catalog = new Repositories(database);
        return database.writeNow(connection -> {
            Source source = catalog.sources().resolve(connection, "other");
            return catalog.songs().resolve(connection, source, 0, ExternalSong.named(artist, title, null));
        });
    }

    /** Where a process may be killed: the writes of before are there, the one that it was at is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE OF name_key ON artist WHEN new.id = 7",
                "UPDATE OF recording_key ON song WHEN new.id = 1",
                "UPDATE OF recording_key ON song WHEN new.id = 9",
                "INSERT ON song_merge WHEN new.from_id = 3",
                "INSERT ON song_merge WHEN new.from_id = 15",
                "DELETE ON rekeying WHEN old.step = '1 keys'",
                "DELETE ON rekeying WHEN old.step = '2 joins'",
                "DELETE ON rekeying WHEN old.step = '3 times'",
                "DELETE ON listen WHEN old.listened_at = 1690000003"
            })
    void run_afterAKill_endsWhereItWouldHaveEnded(String moment) throws IOException {
        Path other = folder.resolve("other");
        unpack(other);
        Path killed = folder.resolve("killed");
        unpack(killed);
        List<String> whole;
        try (Databases.Opened opened = Databases.open(other)) {
            migrate(opened.database());
            whole = rows(opened.database());
        }
        try (Databases.Opened opened = Databases.open(killed)) {
            opened.database()
                    .writeNow(connection -> Statements.update(
                            connection,
                            "CREATE TRIGGER killed BEFORE " + moment + " BEGIN SELECT RAISE(ABORT, 'killed'); END"));
            assertThatThrownBy(() -> migrate(opened.database())).isInstanceOf(StorageException.class);
            opened.database().writeNow(connection -> Statements.update(connection, "DROP TRIGGER killed"));
        }
        try (Databases.Opened opened = Databases.open(killed)) {
            migrate(opened.database());

            assertThat(rows(opened.database())).isEqualTo(whole);
        }
    }

    private static List<String> rows(Database database) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "id, title, recording_key, former_key, work_key, artist_id, merged_into FROM song ORDER BY id",
                "id, name, name_key, merged_into, 0, 0, 0 FROM artist ORDER BY id",
                "from_id, into_id, state, reason, rule, 0, 0 FROM song_merge ORDER BY from_id",
                "user_id, listened_at, song_id, import_id, skipped, 0, 0 FROM listen ORDER BY 1, 2, 3, 4",
                "step, 0, 0, 0, 0, 0, 0 FROM rekeying")) {
            rows.addAll(database.query("SELECT " + table, row -> {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= 7; column++) {
                    columns.add(String.valueOf(row.getString(column)));
                }
                return String.join("|", columns);
            }));
        }
        return rows;
    }

    @Test
    void run_newDatabase_hasNothingToDo() throws IOException {
        try (Databases.Opened opened = Databases.open(folder)) {
            assertThat(count(opened.database(), "rekeying")).isZero();
            migrate(opened.database());
            assertThat(new Repositories(opened.database()).merges().separate("nobody"))
                    .isEqualTo(Optional.empty());
        }
    }

    private static List<Long> listensOf(Database database, int songId) {
        return new ListenHistoryRepository(database)
                .newest(ANNA, new Listen(0, Long.MAX_VALUE, Integer.MAX_VALUE), 100).stream()
                        .filter(listen -> listen.songId() == songId)
                        .map(Listen::listenedAt)
                        .toList();
    }

    private static int count(Database database, String table) {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }
}
