package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.HoldOut.Order;

/** Three users by hand: their times are minutes. */
class ListenSplitTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;
    private static final int CARA = 3;

    /**
     * Anna hears songs 1 to 5, then, in another session, 2 again, 6 new, 7 new and 2 once more. Ben has 1 to 8 counted, without a time, and heard 6
     * and 7. Cara has four songs.
     */
    private final InteractionMatrixBuilder builder = people();

    private final InteractionMatrix all = people().build();

    private static InteractionMatrixBuilder people() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int song = 1; song <= 5; song++) {
            listen(builder, ANNA, song, song);
        }
        listen(builder, ANNA, 2, 100);
        listen(builder, ANNA, 6, 104);
        listen(builder, ANNA, 7, 108);
        listen(builder, ANNA, 2, 112);
        for (int song = 1; song <= 8; song++) {
            builder.add(BEN, song, 1);
        }
        listen(builder, BEN, 6, 1);
        listen(builder, BEN, 7, 50);
        for (int song = 4; song <= 7; song++) {
            listen(builder, CARA, song, 10 * song);
        }
        return builder;
    }

    private static void listen(InteractionMatrixBuilder builder, int user, int song, int minute) {
        builder.addListen(user, song, 1_700_000_000L + 60L * minute);
    }

    @Test
    void time_ofThreeUsers_cutsListensAtTheFirstOfTheSongsHeldOut() {
        HoldOut split = HoldOut.of(all, Order.TIME, 42);

        // Anna has seven songs: one is held out, 7. Of her listens after it, the last of 2 is gone.
        assertThat(held(split)).containsExactly("1: 7", "2: 7");
        assertThat(cells(split, ANNA)).containsExactly("1×1", "2×2", "3×1", "4×1", "5×1", "6×1");
        assertThat(minutes(split, ANNA)).containsExactly(1, 2, 3, 4, 5, 100, 104);
        // Ben's counted plays have no time, and stay; of the songs with one, 7 came last.
        assertThat(cells(split, BEN)).containsExactly("1×1", "2×1", "3×1", "4×1", "5×1", "6×2", "8×1");
        assertThat(minutes(split, BEN)).containsExactly(1);
        // Cara has too few songs to be tested on.
        assertThat(cells(split, CARA)).containsExactly("4×1", "5×1", "6×1", "7×1");
        assertThat(split.droppedInteractions()).isZero();
    }

    @Test
    void session_ofThreeUsers_cutsTheLastSession() {
        HoldOut split = HoldOut.of(all, Order.SESSION, 42);

        // Ben's last session has no song that is new to him, but it is gone all the same.
        assertThat(held(split)).containsExactly("1: 6 7");
        assertThat(cells(split, ANNA)).containsExactly("1×1", "2×1", "3×1", "4×1", "5×1");
        assertThat(minutes(split, ANNA)).containsExactly(1, 2, 3, 4, 5);
        assertThat(cells(split, BEN)).contains("6×2", "7×1");
        assertThat(minutes(split, BEN)).containsExactly(1);
        assertThat(minutes(split, CARA)).containsExactly(40, 50, 60, 70);
        assertThat(split.droppedInteractions()).isZero();
    }

    @Test
    void lastSessions_ofThreeUsers_areHeldOutOneAfterTheOther() {
        listenAgain();
        InteractionMatrix more = builder.build();

        List<HoldOut> splits = HoldOut.lastSessions(more, 5);

        // Anna's third session has 8 alone, the second 6 and 7, and before the first there is nothing. What comes after
        // a session is gone.
        assertThat(splits.stream().map(ListenSplitTest::held)).containsExactly(List.of("1: 8"), List.of("1: 6 7"));
        assertThat(minutes(splits.get(0), ANNA)).containsExactly(1, 2, 3, 4, 5, 100, 104, 108, 112);
        assertThat(minutes(splits.get(1), ANNA)).containsExactly(1, 2, 3, 4, 5);
        assertThat(cells(splits.get(1), ANNA)).containsExactly("1×1", "2×1", "3×1", "4×1", "5×1");
        // Cara has a single session, which stays.
        assertThat(minutes(splits.get(1), CARA)).containsExactly(40, 50, 60, 70);
    }

    @Test
    void beforeLastSessions_ofThreeUsers_knowsNothingOfWhatIsHeldOut() {
        listenAgain();

        Listens left = HoldOut.beforeLastSessions(builder.build(), 5).listens();

        // Anna's first session; nothing of Ben's, whose counted plays stay; Cara's, who has too few songs to be tested
        // on.
        assertThat(IntStream.range(0, 3).map(row -> left.to(row) - left.from(row)))
                .containsExactly(5, 0, 4);
    }

    private void listenAgain() {
        listen(builder, ANNA, 8, 200);
        listen(builder, ANNA, 6, 203);
    }

    @Test
    void session_withLittleBefore_staysWhole() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int song = 1; song <= 3; song++) {
            listen(builder, ANNA, song, 0);
        }
        for (int song = 4; song <= 9; song++) {
            listen(builder, ANNA, song, 60);
        }
        HoldOut split = HoldOut.of(builder.build(), Order.SESSION, 42);

        assertThat(split.tests()).isEmpty();
        assertThat(split.training().interactions()).isEqualTo(9);
        assertThat(split.training().listens().size()).isEqualTo(9);
    }

    @Test
    void random_ofDatedListens_takesAllListensOfASongHeldOut() {
        HoldOut split = HoldOut.of(all, Order.RANDOM, 42);

        for (UserHistory test : split.tests()) {
            int row = split.training().userIndexOf(test.userId());
            UserHistory left = split.training().history(row);
            for (int songId : test.songIds()) {
                assertThat(left.contains(songId)).isFalse();
            }
            assertThat(left.size() + test.size()).isEqualTo(all.rowLength(row));
        }
        assertThat(split.tests()).isNotEmpty();
    }

    @Test
    void sessions_ofThreeUsers_areCutAtGaps() {
        Sessions sessions = Sessions.of(all.listens());
        CsrMatrix rows = all.cellsWithSessions();

        assertThat(sessions.start()).containsExactly(0, 5, 9, 10, 11, 15);
        // Below the three users: Anna's two sessions and Cara's, not those of one song.
        assertThat(rows.rows()).isEqualTo(6);
        assertThat(rows.rowLength(4)).isEqualTo(3);
        assertThat(IntStream.range(rows.rowStart()[4], rows.rowStart()[5])
                        .mapToObj(k -> all.songIds()[rows.columnIndexes()[k]] + "×" + (int) rows.values()[k]))
                .containsExactly("2×2", "6×1", "7×1");
    }

    private static List<String> held(HoldOut split) {
        return split.tests().stream()
                .map(test -> test.userId() + ":"
                        + IntStream.of(test.songIds())
                                .mapToObj(song -> " " + song)
                                .reduce("", String::concat))
                .toList();
    }

    private static List<String> cells(HoldOut split, int user) {
        UserHistory history = split.training().history(split.training().userIndexOf(user));
        return IntStream.range(0, history.size())
                .mapToObj(k -> history.songIds()[k] + "×" + (int) history.values()[k])
                .toList();
    }

    private static int[] minutes(HoldOut split, int user) {
        Listens listens = split.training().listens();
        int row = split.training().userIndexOf(user);
        return IntStream.range(listens.from(row), listens.to(row))
                .map(k -> (int) ((listens.at(k) - 1_700_000_000L) / 60))
                .toArray();
    }
}
