package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.Repositories;
import org.segue.listens.HistoryChanged;
import org.segue.listens.Listens;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.listens.ReportedListen;
import org.segue.people.People;
import org.segue.people.PeopleService;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;
import org.segue.testsupport.FiredEvents;

/** Histories that stay in memory while songs are found to be one or two, and users to be one: always what a fresh read would tell. */
class KeptHistoriesOfMergedTest {

    private static final int USERS = 4;
    private static final long START = 1_700_000_000;
    private static final int SONGS = 16;

    /** The last songs are further spellings of the first: of one key, so that they are joined when keys are made anew. */
    private static final int JOINED_BY_KEY = 3;

    @TempDir
    Path folder;

    private final FiredEvents<CatalogChanged> catalogChanged =
            new FiredEvents<>(event -> histories().forget(event));
    private final FiredEvents<HistoryChanged> historyChanged =
            new FiredEvents<>(event -> histories().forget(event));
    private final FiredEvents<ListensChanged> listensChanged =
            new FiredEvents<>(event -> histories().forget(event));
    private Databases.Opened opened;
    private Database database;
    private InteractionRepository interactions;
    private Histories histories;
    private PeopleService people;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        interactions = Interactions.of(database);
        histories = new Histories(interactions, database);
        people = People.of(database, catalogChanged, historyChanged, listensChanged);
        for (int user = 1; user <= USERS; user++) {
            write("INSERT INTO user (id, public_id, name) VALUES (%1$d, 'user-%1$d', 'User %1$d')".formatted(user));
        }
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private Histories histories() {
        return histories;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void history_whileSongsAndUsersAreMerged_isThatOfAFreshRead(long seed) {
        Random random = new Random(seed);
        for (int song = 0; song < SONGS; song++) {
            for (int user = 1; user <= USERS; user++) {
                listen(user, told(song, START + 1000L * song, null));
            }
        }
        joinByKey();
        for (int step = 0; step < 60; step++) {
            String what = change(random);
            requireSame("step " + step + ": " + what);
        }
        assertThat(selectInt("SELECT count(*) FROM song WHERE merged_into IS NOT NULL"))
                .isPositive();
    }

    private void requireSame(String when) {
        for (int user = 1; user <= USERS; user++) {
            assertSame(of(user), interactions.history(user, Measure.PLAYS), when);
        }
    }

    private String change(Random random) {
        int user = 1 + random.nextInt(USERS);
        int song = random.nextInt(SONGS);
        long at = START + random.nextInt(20_000);
        int kind = random.nextInt(12);
        if (kind < 7) {
            listen(user, told(song, at, null));
            return "listen of %d by %d".formatted(song, user);
        } else if (kind < 10) {
            int other = random.nextInt(SONGS);
            listen(user, told(song, at, "id of " + other));
            listen(user, told(other, at + 5000, "id of " + other));
            requireSame("%d and %d are one, not yet counted".formatted(song, other));
            // As the next count does: what two have told of one play is one from here on.
            Listens.joined(database).settle();
            listensChanged.fire(new ListensChanged(""));
            return "%d and %d are one".formatted(song, other);
        } else if (kind == 10) {
            int separated = SONGS - JOINED_BY_KEY + 1 + random.nextInt(JOINED_BY_KEY);
            boolean isPair = Listens.separate(database, publicId(separated), catalogChanged, listensChanged);
            return "%d is one of its own: %s".formatted(separated, isPair);
        }
        int into = 1 + random.nextInt(USERS);
        boolean isMerged = random.nextInt(4) == 0 && people.merge(user, into);
        return "%d and %d are one user: %s".formatted(user, into, isMerged);
    }

    private void joinByKey() {
        for (int k = 0; k < JOINED_BY_KEY; k++) {
            write("UPDATE song SET recording_key = (SELECT recording_key FROM song WHERE id = %d) WHERE id = %d"
                    .formatted(1 + k, SONGS - k));
        }
        write("INSERT INTO rekeying (step) VALUES ('2 joins')");
        new Repositories(database).rekeying().run();
        Listens.joined(database).settle();
        catalogChanged.fire(new CatalogChanged());
        assertThat(selectInt("SELECT count(*) FROM song WHERE merged_into IS NOT NULL"))
                .isEqualTo(JOINED_BY_KEY);
    }

    private void listen(int user, ReportedListen told) {
        histories.forget(
                Listens.add(database, user, List.of(told), catalogChanged).join());
    }

    private static ReportedListen told(int song, long at, @Nullable String id) {
        ExternalSong recording = ExternalSong.named("Ada Moss", "Song " + song, null);
        return new ReportedListen(at, id == null ? recording : recording.with(null, id, null), "");
    }

    private String publicId(int songId) {
        return database.query("SELECT public_id FROM song WHERE id = " + songId, row -> row.getString(1))
                .get(0);
    }

    private int selectInt(String sql) {
        return database.read(connection -> Statements.selectInt(connection, sql));
    }

    private static void assertSame(UserHistory kept, UserHistory fresh, String when) {
        assertThat(kept.songIds()).as(when).isEqualTo(fresh.songIds());
        assertThat(kept.values()).as(when).isEqualTo(fresh.values());
        assertThat(kept.datedFingerprint()).as(when).isEqualTo(fresh.datedFingerprint());
    }

    private UserHistory of(int user) {
        return histories.of(user, Measure.PLAYS).join();
    }

    private void write(String sql) {
        database.writeNow(connection -> Statements.update(connection, sql));
    }
}
