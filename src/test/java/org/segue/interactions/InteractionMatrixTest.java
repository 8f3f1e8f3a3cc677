package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.RandomInteractions;

class InteractionMatrixTest {

    private record Cell(int user, int song, float value) {}

    @Test
    void build_fewCells_makesTheRowsWrittenOutByHand() {
        InteractionMatrix matrix = new InteractionMatrixBuilder()
                .add(9, 4, 2)
                .add(3, 8, 1)
                .add(9, 2, 5)
                .add(3, 4, 7)
                .build();

        assertThat(matrix.userIds()).containsExactly(3, 9);
        assertThat(matrix.songIds()).containsExactly(2, 4, 8);
        assertThat(matrix.rowStart()).containsExactly(0, 2, 4);
        assertThat(matrix.songIndexes()).containsExactly(1, 2, 0, 1);
        assertThat(matrix.values()).containsExactly(7, 1, 5, 2);
        assertThat(matrix.rowLength(1)).isEqualTo(2);
    }

    @Test
    void build_listens_keepsTheirTimes() {
        InteractionMatrix matrix = new InteractionMatrixBuilder()
                .add(9, 4, 2)
                .addListen(3, 8, 7200)
                .addListen(3, 8, 3600)
                .addListen(3, 8, 10_800)
                .addListen(9, 4, 600)
                .add(9, 5, 1)
                .build();

        assertThat(matrix.values()).containsExactly(3, 3, 1);
        Listens listens = matrix.listens();
        assertThat(listens.rowStart()).containsExactly(0, 3, 4);
        assertThat(listens.songIndexes()).containsExactly(2, 2, 2, 0);
        assertThat(IntStream.range(0, 4).mapToLong(listens::at)).containsExactly(3600L, 7200L, 10_800L, 600L);
        assertThat(matrix.isDated()).isTrue();
        assertThat(matrix.history(0).lastHeard(8)).isEqualTo(10_800);
        assertThat(matrix.history(1).lastHeard(5)).isZero();
        Listens ofOne = matrix.ofUsers(new int[] {1}).listens();
        assertThat(ofOne.songIndexes()).containsExactly(0);
        assertThat(ofOne.at(0)).isEqualTo(600);
        assertThat(new InteractionMatrixBuilder().add(9, 4, 2).build().listens().isEmpty())
                .isTrue();
    }

    @Test
    void build_nothingAdded_isEmpty() {
        InteractionMatrix matrix = new InteractionMatrixBuilder().build();

        assertThat(matrix.users()).isZero();
        assertThat(matrix.songs()).isZero();
        assertThat(matrix.interactions()).isZero();
        assertThat(matrix.cells().transpose().rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void build_anyOrderAndDuplicates_holdsTheSumOfEachCell(long seed) {
        List<Cell> cells = cells(seed, 4000);
        Map<List<Integer>, Float> sums =
                new TreeMap<>((a, b) -> Arrays.compare(new int[] {a.get(0), a.get(1)}, new int[] {b.get(0), b.get(1)}));
        cells.forEach(c -> sums.merge(List.of(c.user(), c.song()), c.value(), Float::sum));
        InteractionMatrix matrix = build(cells);
        Collections.shuffle(cells, new Random(seed + 100));

        assertThat(contents(matrix)).containsExactlyEntriesOf(sums);
        assertSame(build(cells), matrix);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void transpose_twice_isTheMatrix(long seed) {
        InteractionMatrix matrix = RandomInteractions.of(60, 90, 700, seed);

        assertSame(RandomInteractions.exchanged(RandomInteractions.exchanged(matrix)), matrix);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void transpose_once_hasEachCellWithItsKeysExchanged(long seed) {
        InteractionMatrix matrix = RandomInteractions.of(60, 90, 700, seed);
        InteractionMatrix transposed = RandomInteractions.exchanged(matrix);

        assertThat(transposed.interactions()).isEqualTo(matrix.interactions());
        contents(transposed)
                .forEach((keys, value) -> assertThat(contents(matrix).get(List.of(keys.get(1), keys.get(0))))
                        .isEqualTo(value));
    }

    @Test
    void ofUsers_someRows_keepsTheirCellsAndOnlyTheirSongs() {
        InteractionMatrix matrix = build(List.of(
                new Cell(1, 10, 1), new Cell(1, 30, 2), new Cell(2, 20, 3), new Cell(4, 30, 4), new Cell(4, 40, 5)));

        InteractionMatrix part = matrix.ofUsers(new int[] {0, 2});

        assertThat(part.userIds()).containsExactly(1, 4);
        assertThat(part.songIds()).containsExactly(10, 30, 40);
        assertThat(contents(part))
                .isEqualTo(Map.of(List.of(1, 10), 1f, List.of(1, 30), 2f, List.of(4, 30), 4f, List.of(4, 40), 5f));
        assertThat(matrix.ofUsers(new int[0]).songs()).isZero();
        assertSame(matrix.ofUsers(new int[] {0, 1, 2}), matrix);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void history_ofEachUser_holdsTheRowInKeys(long seed) {
        InteractionMatrix matrix = RandomInteractions.of(40, 50, 500, seed);
        Map<List<Integer>, Float> contents = contents(matrix);
        int seen = 0;
        for (int u = 0; u < matrix.users(); u++) {
            UserHistory history = matrix.history(u);
            assertThat(history.userId()).isEqualTo(matrix.userIds()[u]);
            assertThat(history.songIds()).isSorted().doesNotHaveDuplicates();
            for (int k = 0; k < history.size(); k++) {
                assertThat(contents.get(List.of(history.userId(), history.songIds()[k])))
                        .isEqualTo(history.values()[k]);
            }
            seen += history.size();
        }
        assertThat(seen).isEqualTo(contents.size());
    }

    @Test
    void indexOf_keysWithGaps_findsThoseThatOccur() {
        InteractionMatrix matrix =
                new InteractionMatrixBuilder().add(3, 20, 1).add(9, 10, 1).build();

        assertThat(matrix.userIndexOf(9)).isEqualTo(1);
        assertThat(matrix.userIndexOf(4)).isNegative();
        assertThat(matrix.songIndexOf(10)).isZero();
        assertThat(matrix.songIndexOf(11)).isNegative();
    }

    @Test
    void add_negativeKey_isRefusedWithTheKey() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();

        assertThatThrownBy(() -> builder.add(-3, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-3");
        assertThatThrownBy(() -> builder.add(1, -4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-4");
    }

    @Test
    void newMatrix_arraysThatDoNotFit_isRefused() {
        int[] one = {1};
        float[] value = {1};

        assertThatThrownBy(() -> new InteractionMatrix(one, one, new int[] {0}, new int[] {0}, value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InteractionMatrix(one, one, new int[] {0, 2}, new int[] {0}, value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InteractionMatrix(one, one, new int[] {0, 1}, new int[] {0, 0}, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Cell> cells(long seed, int count) {
        Random random = new Random(seed);
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            cells.add(new Cell(random.nextInt(70) * 3, random.nextInt(90) * 2, 1 + random.nextInt(20)));
        }
        return cells;
    }

    private static InteractionMatrix build(List<Cell> cells) {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        cells.forEach(c -> builder.add(c.user(), c.song(), c.value()));
        return builder.build();
    }

    private static Map<List<Integer>, Float> contents(InteractionMatrix matrix) {
        Map<List<Integer>, Float> contents = new LinkedHashMap<>();
        for (int u = 0; u < matrix.users(); u++) {
            for (int k = matrix.rowStart()[u]; k < matrix.rowStart()[u + 1]; k++) {
                contents.put(
                        List.of(matrix.userIds()[u], matrix.songIds()[matrix.songIndexes()[k]]), matrix.values()[k]);
            }
        }
        return contents;
    }

    private static void assertSame(InteractionMatrix actual, InteractionMatrix expected) {
        assertThat(actual.userIds()).isEqualTo(expected.userIds());
        assertThat(actual.songIds()).isEqualTo(expected.songIds());
        assertThat(actual.rowStart()).isEqualTo(expected.rowStart());
        assertThat(actual.songIndexes()).isEqualTo(expected.songIndexes());
        assertThat(actual.values()).isEqualTo(expected.values());
    }
}
