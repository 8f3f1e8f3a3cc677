package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.RandomInteractions;

class HoldOutTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_bothParts_areDisjointAndSumToTheWholeButForDroppedSongs(long seed) {
        InteractionMatrix all = RandomInteractions.of(80, 150, 900, seed);
        HoldOut holdOut = HoldOut.random(all, seed);
        List<String> parts = new ArrayList<>(cells(holdOut.training()));
        holdOut.tests().forEach(test -> parts.addAll(cells(test)));
        List<String> dropped = new ArrayList<>(cells(all));
        dropped.removeAll(parts);

        assertThat(parts).doesNotHaveDuplicates().isSubsetOf(cells(all));
        assertThat(dropped).hasSize(holdOut.droppedInteractions());
        assertThat(dropped)
                .allSatisfy(cell ->
                        assertThat(holdOut.training().songIndexOf(songId(cell))).isNegative());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_training_keepsAllUsersAndTheSongsThatOccur(long seed) {
        InteractionMatrix all = RandomInteractions.of(80, 150, 900, seed);
        InteractionMatrix training = HoldOut.random(all, seed).training();

        assertThat(training.userIds()).isEqualTo(all.userIds());
        assertThat(training.songIds()).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(training.songIndexes()).distinct().sorted().toArray())
                .isEqualTo(IntStream.range(0, training.songs()).toArray());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "9, 1", "10, 2", "14, 2", "15, 3", "50, 10", "99, 19"})
    void random_songsOfAUser_aFifthAreHeldOutFromFiveOn(int songs, int heldOut) {
        HoldOut holdOut = HoldOut.random(usersWithSameSongs(20, songs), 42);

        assertThat(holdOut.tests())
                .hasSize(heldOut == 0 ? 0 : 20)
                .allSatisfy(test -> assertThat(test.size()).isEqualTo(heldOut));
    }

    @Test
    void random_songOfOneUserOnly_isDroppedWhenHeldOut() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int song = 1; song <= 10; song++) {
            builder.add(1, song, 1);
        }
        HoldOut holdOut = HoldOut.random(builder.build(), 42);

        assertThat(holdOut.training().songs()).isEqualTo(8);
        assertThat(holdOut.droppedInteractions()).isEqualTo(2);
        assertThat(holdOut.tests()).isEmpty();
    }

    @Test
    void random_otherUsersAdded_chooseTheSameSongs() {
        InteractionMatrix few = usersWithSameSongs(20, 30);
        InteractionMatrix many = usersWithSameSongs(40, 30);

        List<UserHistory> fewTests = HoldOut.random(few, 42).tests();
        List<UserHistory> manyTests = HoldOut.random(many, 42).tests();

        for (int t = 0; t < fewTests.size(); t++) {
            assertThat(manyTests.get(t).songIds()).isEqualTo(fewTests.get(t).songIds());
        }
    }

    @Test
    void random_seeds_decide() {
        InteractionMatrix all = RandomInteractions.of(80, 150, 900, 1);
        List<String> first = cells(HoldOut.random(all, 1).training());

        assertThat(cells(HoldOut.random(all, 1).training())).isEqualTo(first);
        assertThat(cells(HoldOut.random(all, 2).training())).isNotEqualTo(first);
    }

    @Test
    void random_manyUsers_holdOutEverySongAboutEquallyOften() {
        int[] times = new int[10];
        for (UserHistory test : HoldOut.random(usersWithSameSongs(5000, 10), 42).tests()) {
            for (int songId : test.songIds()) {
                times[songId - 1]++;
            }
        }

        // 1,000 expected, standard deviation 28
        assertThat(Arrays.stream(times).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(870, 1130));
    }

    @Test
    void time_songsFirstHeardLast_areHeldOut() {
        HoldOut holdOut = HoldOut.of(listeningFrom(1, 10, 100), 42);

        assertThat(holdOut.order()).isEqualTo(HoldOut.Order.TIME);
        assertThat(holdOut.tests()).hasSize(30).allSatisfy(test -> {
            int user = test.userId();
            // User u hears song i at the minute (7 i + u) mod 10: the last two are those of the minutes 9 and 8.
            assertThat(test.songIds()).containsExactlyInAnyOrder(songAtMinute(9, user), songAtMinute(8, user));
        });
        Listens left = holdOut.training().listens();
        assertThat(IntStream.range(0, left.size()).mapToLong(left::at).boxed())
                .hasSize(240)
                .allMatch(second -> second < 60 * 108);
    }

    @Test
    void of_someUsers_othersAreTrainedOnWhole() {
        InteractionMatrix all = listeningFrom(1, 10, 100);
        HoldOut holdOut = HoldOut.of(all, HoldOut.Order.TIME, 42, user -> user % 2 == 1);

        assertThat(holdOut.tests()).hasSize(15).allMatch(test -> test.userId() % 2 == 1);
        InteractionMatrix training = holdOut.training();
        for (int row = 0; row < training.users(); row++) {
            assertThat(training.rowLength(row)).isEqualTo(training.userIds()[row] % 2 == 1 ? 8 : 10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void afterFirst_dated_leavesTheFirstSongsAndAsksForTheNext(int known) {
        HoldOut holdOut =
                HoldOut.afterFirst(listeningFrom(1, 10, 100), HoldOut.Order.TIME, 42, user -> user % 2 == 1, known, 3);

        assertThat(holdOut.tests()).hasSize(15).allSatisfy(test -> {
            int user = test.userId();
            assertThat(test.songIds())
                    .containsExactlyInAnyOrder(
                            songAtMinute(known, user), songAtMinute(known + 1, user), songAtMinute(known + 2, user));
            UserHistory left = holdOut.training().history(holdOut.training().userIndexOf(user));
            assertThat(left.songIds())
                    .containsExactlyInAnyOrder(IntStream.range(0, known)
                            .map(minute -> songAtMinute(minute, user))
                            .toArray());
            assertThat(left.latest(song -> true)).isEqualTo(60L * (99 + known) + 30);
        });
    }

    @Test
    void afterFirst_undated_takesAnySongsTheSameForEachNumber() {
        InteractionMatrix all = usersWithSameSongs(20, 12);
        HoldOut one = HoldOut.afterFirst(all, HoldOut.Order.RANDOM, 1, user -> user % 2 == 0, 1, 4);
        HoldOut two = HoldOut.afterFirst(all, HoldOut.Order.RANDOM, 1, user -> user % 2 == 0, 2, 4);

        assertThat(one.tests()).hasSize(10).allMatch(test -> test.size() == 4);
        InteractionMatrix left = two.training();
        for (int row = 0; row < left.users(); row++) {
            assertThat(left.rowLength(row)).isEqualTo(left.userIds()[row] % 2 == 0 ? 2 : 12);
            assertThat(cells(left)).containsAll(cells(one.training().history(row)));
        }
    }

    @Test
    void time_songsOfTheSameSecond_areTakenByKey() {
        HoldOut holdOut = HoldOut.of(listeningFrom(0, 10, 100), HoldOut.Order.TIME, 1);

        // The cut is at the second of all songs, so that nothing of anybody is left, and the songs occur no more.
        assertThat(holdOut.training().interactions()).isZero();
        assertThat(holdOut.droppedInteractions()).isEqualTo(300);
    }

    @Test
    void of_fewTimes_holdsOutRandomSongs() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder().addListen(1, 1, 6000);
        for (int song = 2; song <= 10; song++) {
            builder.add(1, song, 1).add(2, song, 1);
        }

        assertThat(HoldOut.of(builder.build(), 42).order()).isEqualTo(HoldOut.Order.RANDOM);
        assertThat(HoldOut.of(new InteractionMatrixBuilder().build(), 42).order())
                .isEqualTo(HoldOut.Order.RANDOM);
    }

    private static InteractionMatrix listeningFrom(int step, int songs, int firstMinute) {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int user = 1; user <= 30; user++) {
            for (int song = 1; song <= songs; song++) {
                int minute = firstMinute + step * ((7 * song + user) % songs);
                builder.addListen(user, song, 60L * minute + 30);
            }
        }
        return builder.build();
    }

    private static int songAtMinute(int minute, int user) {
        return IntStream.rangeClosed(1, 10)
                .filter(song -> (7 * song + user) % 10 == minute)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void random_nothing_isEmpty() {
        HoldOut holdOut = HoldOut.random(new InteractionMatrixBuilder().build(), 42);

        assertThat(holdOut.tests()).isEmpty();
        assertThat(holdOut.training().users()).isZero();
    }

    private static InteractionMatrix usersWithSameSongs(int users, int songs) {
        List<int[]> cells = new ArrayList<>();
        for (int u = 1; u <= users; u++) {
            for (int i = 1; i <= songs; i++) {
                cells.add(new int[] {u, i});
            }
        }
        Collections.shuffle(cells, new Random(users));
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        cells.forEach(cell -> builder.add(cell[0], cell[1], 1));
        return builder.build();
    }

    private static List<String> cells(InteractionMatrix matrix) {
        List<String> cells = new ArrayList<>();
        for (int u = 0; u < matrix.users(); u++) {
            cells.addAll(cells(matrix.history(u)));
        }
        return cells;
    }

    private static List<String> cells(UserHistory history) {
        List<String> cells = new ArrayList<>();
        for (int k = 0; k < history.size(); k++) {
            cells.add(history.userId() + " " + history.values()[k] + " " + history.songIds()[k]);
        }
        return cells;
    }

    private static int songId(String cell) {
        return Integer.parseInt(cell.substring(cell.lastIndexOf(' ') + 1));
    }
}
