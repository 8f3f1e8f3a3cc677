package org.segue.people.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.Repositories;
import org.segue.catalog.SongsShown;
import org.segue.catalog.SongsShown.Ranked;
import org.segue.catalog.UserMergeRepository;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

/** What is taken down of shown songs, in a real database. */
class ShownSongsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private ShownSongRepository repository;
    private ShownSongs songs;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        repository = new ShownSongRepository(database);
        songs = writer(false);
        database.writeNow(connection -> {
            for (int key = 1; key <= 3; key++) {
                Statements.update(
                        connection, "INSERT INTO user (id, public_id, name) VALUES (?1, 'u' || ?1, 'u')", key);
            }
            for (int key = 1; key <= 60; key++) {
                Statements.update(
                        connection, "INSERT INTO song (id, public_id, title) VALUES (?1, 's' || ?1, 's')", key);
            }
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    private ShownSongs writer(boolean isReplica) {
        return new ShownSongs(repository, database, Clock.fixed(NOW, ZoneOffset.UTC), isReplica);
    }

    private List<ShownSong> of(int user) {
        return repository.of(user, Instant.EPOCH);
    }

    private static List<Ranked> ranked(int... songs) {
        return IntStream.range(0, songs.length)
                .mapToObj(k -> new Ranked(songs[k], k + 1))
                .toList();
    }

    private static ShownSong row(int song, boolean shown, int rank, Instant at) {
        return new ShownSong(song, shown, rank, at.getEpochSecond());
    }

    @Test
    void song_isKeptOnce_withItsFirstTimeAndRank() {
        Instant later = NOW.plusSeconds(60);
        songs.shown(new SongsShown(1, ranked(7, 8), ranked(9), NOW));
        songs.shown(new SongsShown(1, ranked(9, 8, 10), ranked(7, 11), later));
        assertThat(of(1)).as("nothing waits for the disk").isEmpty();
        songs.write();

        assertThat(of(1))
                .containsExactly(
                        row(7, true, 1, NOW),
                        row(8, true, 2, NOW),
                        row(9, false, 1, NOW),
                        row(9, true, 1, later),
                        row(10, true, 3, later),
                        row(11, false, 2, later));
    }

    @Test
    void stop_writesWhatWaits() {
        songs.shown(new SongsShown(2, ranked(1), List.of(), NOW));
        songs.stop(new ShutdownEvent());
        assertThat(of(2)).hasSize(1);
    }

    @Test
    void fullLine_dropsWhatComes_andTheNextIsTakenDownAgain() {
        database.writeNow(connection -> {
            for (int k = 0; k < 3000; k++) {
                songs.shown(new SongsShown(1, ranked(1 + k % 60), List.of(), NOW));
            }
            return true;
        });
        songs.write();
        songs.shown(new SongsShown(2, ranked(5), List.of(), NOW));
        songs.write();
        assertThat(of(1)).hasSize(60);
        assertThat(of(2)).hasSize(1);
    }

    @Test
    void replica_writesNothing() {
        ShownSongs replica = writer(true);
        replica.shown(new SongsShown(1, ranked(1), ranked(2), NOW));
        replica.write();
        assertThat(of(1)).isEmpty();
    }

    @Test
    void old_isDeleted() {
        Duration kept = ShownSongs.KEPT;
        songs.shown(new SongsShown(1, ranked(1), ranked(3), NOW.minus(kept).minusSeconds(1)));
        songs.shown(new SongsShown(1, ranked(2), List.of(), NOW.minus(kept)));
        songs.write();
        songs.deleteOld();
        assertThat(of(1)).containsExactly(row(2, true, 1, NOW.minus(kept)));
        assertThat(kept).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void merged_haveTheFirstOfBothTimes_andWhatWaitsFollows() {
        songs.shown(new SongsShown(1, ranked(4), ranked(5), NOW));
        songs.shown(new SongsShown(2, ranked(3, 4), List.of(), NOW.minusSeconds(5)));
        songs.write();
        songs.shown(new SongsShown(1, ranked(6), List.of(), NOW));
        database.writeNow(connection -> new UserMergeRepository().merge(connection, 1, 2));
        songs.write();

        assertThat(of(1)).isEmpty();
        assertThat(of(2))
                .containsExactly(
                        row(3, true, 1, NOW.minusSeconds(5)),
                        row(4, true, 2, NOW.minusSeconds(5)),
                        row(5, false, 1, NOW),
                        row(6, true, 1, NOW));
    }

    @Test
    void forgotten_leaveNothing_norDoesWhatWaits() {
        songs.shown(new SongsShown(3, ranked(4), ranked(5), NOW));
        songs.write();
        songs.shown(new SongsShown(3, ranked(6), List.of(), NOW));
        database.writeNow(
                connection -> new Repositories(database).forgotten().forget(connection, 3, NOW.toEpochMilli()));
        songs.write();
        assertThat(database.query("SELECT count(*) FROM shown_song", row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void joinedSongs_areOne() {
        songs.shown(new SongsShown(1, ranked(1, 2), List.of(), NOW));
        songs.write();
        database.writeNow(connection -> Statements.update(connection, "UPDATE song SET merged_into = 1 WHERE id = 2"));
        songs.shown(new SongsShown(1, ranked(9, 2), List.of(), NOW.plusSeconds(1)));
        songs.write();
        assertThat(of(1)).extracting(ShownSong::songId).containsExactly(1, 9);
    }
}
