package org.segue.listens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.Repositories;
import org.segue.catalog.Source;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

/** Plays that several players and imports tell of: one listen each, whatever comes first. */
class OnePlayTest {

    private static final long NOON = 1_700_000_000;
    private static final int USER = 1;

    private record Told(int by, int after, int song) {}

    private record Stored(long after, int song) {}

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private ListenRepository listens;
    private Repositories catalog;
    private int longSong;
    private int shortSong;
    private int unknownLength;

    @BeforeEach
    void open() throws IOException {
        opened = Databases.open(folder);
        database = opened.database();
        catalog = new Repositories(database);
        listens = new ListenRepository(catalog.songs());
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO import (id, status, request, created_at) VALUES (1, 'completed', '{}', 0),"
                        + " (2, 'completed', '{}', 0), (3, 'completed', '{}', 0)"));
        database.writeNow(connection ->
                Statements.update(connection, "INSERT INTO user (id, public_id, name) VALUES (1, 'anna', 'Anna')"));
        longSong = song("Ada Moss", "Fern", 200_000);
        shortSong = song("Ada Moss", "Interlude", 15_000);
        unknownLength = song("Ada Moss", "Bracken", null);
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private int song(String artist, String title, @org.jspecify.annotations.Nullable Integer lengthMs) {
        return database.writeNow(connection -> {
            Source source = catalog.sources().resolve(connection, "test");
            return catalog.songs()
                    .resolve(
                            connection,
                            source,
                            0,
                            ExternalSong.named(artist, title, null).with(null, null, lengthMs));
        });
    }

    private void add(Told... told) {
        for (Told one : told) {
            database.writeNow(connection -> {
                listens.add(
                        connection,
                        one.by(),
                        List.of(new Listen(USER, NOON + one.after(), one.song()))
                                .iterator(),
                        new Added());
                return true;
            });
        }
    }

    private List<Stored> heard() {
        return database.query(
                "SELECT DISTINCT listened_at, song_id FROM listen ORDER BY 1, 2",
                row -> new Stored(row.getLong(1) - NOON, row.getInt(2)));
    }

    private int rows() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM listen"));
    }

    private void clear() {
        database.writeNow(connection -> Statements.update(connection, "DELETE FROM listen"));
    }

    @Test
    void add_twoPlayers_lessThanThirtySecondsApart_areOne_andBothRowsAreKept() {
        add(new Told(-1, 0, longSong), new Told(-2, 29, longSong));

        assertThat(heard()).containsExactly(new Stored(0, longSong));
        assertThat(rows()).isEqualTo(2);
        assertThat(Listens.count(database, USER)).isEqualTo(1);
    }

    @Test
    void add_twoPlayers_furtherApart_areTwo() {
        add(new Told(-1, 0, longSong), new Told(-2, 30, longSong));
        add(new Told(-1, 1000, shortSong), new Told(-2, 1015, shortSong));
        add(new Told(-1, 2000, unknownLength), new Told(-2, 2010, unknownLength));
        assertThat(heard()).hasSize(6);

        add(new Told(1, 1014, shortSong), new Told(1, 2009, unknownLength));
        assertThat(heard()).hasSize(6);
    }

    @Test
    void add_onePlayer_isNeverOne() {
        add(
                new Told(-1, 0, longSong),
                new Told(-1, 5, longSong),
                new Told(0, 1000, longSong),
                new Told(0, 1001, longSong));

        assertThat(heard()).hasSize(4);
    }

    @Test
    void add_whatWasSentBefore_changesNothing() {
        Told[] told = {new Told(-1, 5, longSong), new Told(-2, 0, longSong), new Told(-1, 0, longSong)};
        add(told);
        List<Stored> before = heard();
        assertThat(before).containsExactly(new Stored(0, longSong), new Stored(5, longSong));

        add(told);
        assertThat(heard()).isEqualTo(before);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void add_aChainOfThreePlayers_isTwoPlays_inEveryOrder() {
        assertSameInEveryOrder(
                List.of(new Stored(0, longSong), new Stored(40, longSong)),
                new Told(-1, 0, longSong),
                new Told(-2, 20, longSong),
                new Told(-3, 40, longSong));
        assertSameInEveryOrder(
                List.of(new Stored(0, longSong)),
                new Told(-1, 0, longSong),
                new Told(-2, 20, longSong),
                new Told(1, 29, longSong));
    }

    @Test
    void add_artistsJoinedDifferently_areOnePlay_inEveryOrder() {
        int both = song("Ada Moss & Finn Reed", "Fern", null);
        int listed = song("Ada Moss, Finn Reed, Ole Birk", "Fern", null);
        int other = song("Finn Reed", "Fern", null);
        assertSameInEveryOrder(
                List.of(new Stored(0, longSong), new Stored(1, other)),
                new Told(1, 3, longSong),
                new Told(2, 2, both),
                new Told(3, 0, listed),
                new Told(-1, 1, other));
        assertSameInEveryOrder(List.of(new Stored(0, both)), new Told(1, 5, both), new Told(2, 0, listed));
    }

    private void assertSameInEveryOrder(List<Stored> expected, Told... told) {
        permute(new ArrayList<>(Arrays.asList(told)), 0, order -> {
            clear();
            add(order.toArray(Told[]::new));
            assertThat(heard()).as("%s", order).isEqualTo(expected);
            assertThat(rows()).isEqualTo(told.length);
        });
    }

    private static void permute(List<Told> told, int from, java.util.function.Consumer<List<Told>> each) {
        if (from == told.size()) {
            each.accept(told);
        }
        for (int i = from; i < told.size(); i++) {
            java.util.Collections.swap(told, from, i);
            permute(told, from + 1, each);
            java.util.Collections.swap(told, from, i);
        }
    }

    @Test
    void add_anythingInAnyOrder_isTheSame() {
        SplittableRandom random = new SplittableRandom(7);
        int both = song("Ada Moss & Finn Reed", "Fern", null);
        int[] songs = {longSong, both, shortSong};
        for (int round = 0; round < 60; round++) {
            TreeSet<Told> drawn = new TreeSet<>(java.util.Comparator.comparing(Told::toString));
            for (int i = 0; i < 9; i++) {
                drawn.add(new Told(
                        new int[] {-2, -1, 0, 1, 2}[random.nextInt(5)],
                        random.nextInt(120),
                        songs[random.nextInt(songs.length)]));
            }
            List<Told> told = new ArrayList<>(drawn);
            clear();
            add(told.toArray(Told[]::new));
            List<Stored> expected = heard();
            for (int order = 0; order < 3; order++) {
                java.util.Collections.shuffle(told, new java.util.Random(random.nextLong()));
                clear();
                add(told.toArray(Told[]::new));
                assertThat(heard()).as("%s", told).isEqualTo(expected);
                assertThat(rows()).isEqualTo(told.size());
            }
        }
    }

    @Test
    void delete_atTheTimeThatEitherTold_takesThePlay() {
        for (int after : List.of(0, 20)) {
            clear();
            database.writeNow(connection -> Statements.update(connection, "DELETE FROM deleted_listen"));
            add(new Told(1, 0, longSong), new Told(-2, 20, longSong), new Told(2, 400, longSong));

            Listens.delete(database, USER, NOON + after + 1, longSong);
            assertThat(rows()).isEqualTo(3);
            Listens.delete(database, USER, NOON + after, longSong);

            assertThat(heard()).containsExactly(new Stored(400, longSong));
        }
    }

    @Test
    void delete_takesAllThatWasToldOfIt_andNoneComesBack() {
        Told[] told = {new Told(-1, 5, longSong), new Told(1, 0, longSong), new Told(2, 25, longSong)};
        add(told);
        assertThat(heard()).containsExactly(new Stored(0, longSong));
        Listens.delete(database, USER, NOON, longSong);
        assertThat(heard()).isEmpty();

        add(told);
        add(new Told(3, 28, longSong));
        assertThat(heard()).isEmpty();
    }

    @Test
    void settle_whenTheLengthBecomesKnown_decidesAnew() {
        add(new Told(-1, 0, unknownLength), new Told(-2, 20, unknownLength));
        assertThat(heard()).hasSize(2);

        song("Ada Moss", "Bracken", 180_000);
        Listens.joined(database).settle();
        assertThat(heard()).containsExactly(new Stored(0, unknownLength));
        assertThat(database.query("SELECT song_id FROM unsettled_song", row -> row.getInt(1)))
                .isEmpty();
    }

    @Test
    void delete_ofAnImport_leavesWhatTheOthersToldAsItWasTold() {
        int both = song("Ada Moss & Finn Reed", "Fern", null);
        add(new Told(1, 0, longSong), new Told(2, 20, both), new Told(-1, 25, both));
        assertThat(heard()).containsExactly(new Stored(0, longSong));

        database.writeNow(
                connection -> Statements.update(connection, "UPDATE import SET status = 'undone' WHERE id = 1"));
        assertThat(Listens.count(database, USER)).as("at once").isEqualTo(1);
        database.writeNow(connection -> {
            listens.delete(connection, 1, List.of(USER).iterator());
            return true;
        });
        Listens.joined(database).settle();
        assertThat(heard()).containsExactly(new Stored(20, both));
    }

    @Test
    void add_looksForOthersByTheirPlaceAlone() {
        List<String> plan = database.query(
                "EXPLAIN QUERY PLAN " + PlayRepository.NEAR.formatted("").replace("?", "1"), row -> row.getString(4));

        assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan.get(0)).contains("SEARCH l USING PRIMARY KEY (user_id=? AND listened_at>? AND listened_at<?)");
    }
}
