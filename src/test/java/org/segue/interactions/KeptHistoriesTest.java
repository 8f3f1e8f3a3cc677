package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.FeedbackChanged;
import org.segue.listens.Listens;
import org.segue.listens.ListensAdded;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.listens.ReportedListen;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

/** Histories that stay in memory and are changed with each listen: always what a fresh read would tell. */
class KeptHistoriesTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;
    private static final long START = 1_700_000_000;
    private static final int SONGS = 12;

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private InteractionRepository interactions;
    private Histories histories;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        interactions = Interactions.of(database);
        histories = new Histories(interactions, database);
        write("INSERT INTO user (id, public_id, name) VALUES (1, 'anna', 'Anna'), (2, 'ben', 'Ben')");
        write(
                "INSERT INTO import (id, status, request, created_at) VALUES (1, 'completed', '{}', 0), (2, 'completed', '{}', 0)");
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void history_afterEachOfManyRandomChanges_isThatOfAFreshRead(long seed) {
        Random random = new Random(seed);
        for (int song = 0; song < SONGS; song++) {
            listen(ANNA, song, START + 1000L * song, "");
            listen(BEN, song, START + 1000L * song, "");
        }
        if (seed % 2 == 0) {
            importSome(random);
        }
        for (int step = 0; step < 80; step++) {
            String what = change(random, step);
            for (int user : new int[] {ANNA, BEN}) {
                assertSame(of(user), interactions.history(user, Measure.PLAYS), "step " + step + ": " + what);
            }
        }
    }

    private String change(Random random, int step) {
        int user = random.nextBoolean() ? ANNA : BEN;
        int song = random.nextInt(SONGS + step / 10);
        long at = START + random.nextInt(20_000);
        String client = random.nextBoolean() ? "" : "client " + random.nextInt(2);
        int kind = random.nextInt(20);
        if (kind < 12) {
            listen(user, song, at, client);
            return "listen of %d at %d".formatted(song, at);
        } else if (kind < 14) {
            List<ReportedListen> many = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                many.add(told(random.nextInt(SONGS), at + random.nextInt(60) + 200L * k * k * k, client));
            }
            histories.forget(Listens.add(database, user, many).join());
            return "several from " + at;
        } else if (kind < 17) {
            return delete(user, random);
        } else if (kind == 17) {
            write(
                    "UPDATE import SET status = CASE status WHEN 'completed' THEN 'undone' ELSE 'completed' END WHERE id = "
                            + (1 + random.nextInt(2)));
            histories.forget(new ListensChanged("table"));
            return "import";
        } else if (kind == 18) {
            write(
                    "INSERT OR REPLACE INTO song_feedback (user_id, song_id, verdict, judged_at) SELECT %d, id, 'love', 0 FROM song WHERE id = %d"
                            .formatted(user, 1 + song));
            histories.forget(new FeedbackChanged(user));
            return "love of " + song;
        }
        Listens.joined(database).settle();
        histories.forget(new ListensChanged("", true));
        return "recount";
    }

    // Of the middle of what is there: now and then the last one of a song, now and then not.
    private String delete(int user, Random random) {
        List<long[]> rows = database.query(
                "SELECT listened_at, song_id FROM listen WHERE user_id = ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                user);
        if (rows.isEmpty()) {
            return "nothing";
        }
        long[] row = rows.get(random.nextInt(rows.size()));
        histories.forget(Listens.delete(database, user, row[0], (int) row[1]));
        return "deletion at " + row[0];
    }

    private void importSome(Random random) {
        for (int k = 0; k < 20; k++) {
            write(
                    "INSERT OR IGNORE INTO play_count (user_id, song_id, import_id, rating, value) VALUES (%d, %d, %d, 0, %d)"
                            .formatted(
                                    1 + random.nextInt(2),
                                    1 + random.nextInt(SONGS),
                                    1 + random.nextInt(2),
                                    1 + random.nextInt(9)));
            write(
                    "INSERT OR IGNORE INTO listen (user_id, listened_at, song_id, import_id, skipped) VALUES (%d, %d, %d, %d, %d)"
                            .formatted(
                                    1 + random.nextInt(2),
                                    START + random.nextInt(20_000),
                                    1 + random.nextInt(SONGS),
                                    1 + random.nextInt(2),
                                    random.nextInt(2)));
        }
        histories.forget(new ListensChanged("table"));
    }

    // What is written behind its back shows what is read anew.
    @Test
    void listenAndDeletion_changeWhatIsKept_withoutReadingItAgain() {
        listen(ANNA, 0, START, "");
        listen(ANNA, 1, START + 1000, "");
        assertThat(of(ANNA).songIds()).containsExactly(1, 2);
        write("UPDATE listen SET song_id = 99 WHERE listened_at = " + START);

        listen(ANNA, 1, START + 2000, "");
        listen(ANNA, 2, START + 3000, "");
        assertThat(of(ANNA).songIds()).containsExactly(1, 2, 3);
        assertThat(of(ANNA).values()).containsExactly(1, 2, 1);
        assertThat(of(ANNA).lastHeard(2)).isEqualTo(START + 2000);

        histories.forget(Listens.delete(database, ANNA, START + 1000, 2));
        histories.forget(new ListensChanged("", true));
        assertThat(of(ANNA).songIds()).containsExactly(1, 2, 3);
        assertThat(of(ANNA).values()).containsExactly(1, 1, 1);

        histories.forget(new CatalogChanged());
        assertThat(of(ANNA).songIds()).containsExactly(2, 3, 99);
    }

    @Test
    void changeOfAWriteBeforeTheRead_dropsWhatIsKept() {
        CompletableFuture<ListensAdded> added = Listens.add(database, ANNA, List.of(told(0, START, "")));
        ListensAdded event = added.join();
        assertThat(of(ANNA).values()).containsExactly(1);

        histories.forget(event);

        assertThat(of(ANNA).values()).containsExactly(1);
    }

    @Test
    void histories_beyondTheirWeight_areNotKept() {
        for (int song = 0; song < 50; song++) {
            listen(ANNA, song, START + 1000L * song, "");
        }
        listen(BEN, 0, START, "");
        histories = new Histories(interactions, database, 700);
        assertThat(of(ANNA).size()).isEqualTo(50);
        assertThat(of(BEN).size()).isEqualTo(1);
        write("UPDATE listen SET song_id = 99 WHERE song_id = 1");

        await().untilAsserted(() -> assertThat(of(ANNA).contains(99)).isTrue());
        assertThat(of(BEN).contains(99)).isFalse();
    }

    @Test
    void answers_whileListensCome_neverMissOneThatIsAcknowledged() {
        AtomicInteger acknowledged = new AtomicInteger();
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            work.add(CompletableFuture.runAsync(() -> {
                for (int k = 0; k < 60; k++) {
                    Listens.add(database, ANNA, List.of(told(number, START + 10_000L * number + 100L * k, "")))
                            .thenAccept(histories::forget)
                            .join();
                    acknowledged.incrementAndGet();
                    requireAll(acknowledged.get());
                    if (ThreadLocalRandom.current().nextInt(8) == 0) {
                        histories.forget(new ListensChanged("table"));
                    }
                }
            }));
        }
        CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();

        assertThat(plays()).isEqualTo(240);
        assertSame(of(ANNA), interactions.history(ANNA, Measure.PLAYS), "the end");
    }

    private void requireAll(int acknowledged) {
        assertThat(plays()).isGreaterThanOrEqualTo(acknowledged);
    }

    private double plays() {
        double plays = 0;
        for (float value : of(ANNA).values()) {
            plays += value;
        }
        return plays;
    }

    private static void assertSame(UserHistory kept, UserHistory fresh, String when) {
        assertThat(kept.songIds()).as(when).isEqualTo(fresh.songIds());
        assertThat(kept.values()).as(when).isEqualTo(fresh.values());
        for (int songId : fresh.songIds()) {
            assertThat(kept.lastHeard(songId)).as(when).isEqualTo(fresh.lastHeard(songId));
        }
        assertThat(kept.datedFingerprint()).as(when).isEqualTo(fresh.datedFingerprint());
    }

    private void listen(int user, int song, long at, String client) {
        histories.forget(
                Listens.add(database, user, List.of(told(song, at, client))).join());
    }

    private static ReportedListen told(int song, long at, String client) {
        ExternalSong recording = ExternalSong.named("Ada Moss", "Song " + song, null)
                .with(null, null, song % 3 == 0 ? null : Integer.valueOf(20_000 * song));
        return new ReportedListen(at, recording, client);
    }

    private UserHistory of(int user) {
        return histories.of(user, Measure.PLAYS).join();
    }

    private void write(String sql) {
        database.writeNow(connection -> Statements.update(connection, sql));
    }
}
