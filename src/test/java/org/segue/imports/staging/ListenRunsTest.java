package org.segue.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.listens.Listen;

/** Listens that do not fit into memory, in order. */
class ListenRunsTest {

    private static final Comparator<Listen> IN_ORDER = Comparator.comparingInt(Listen::userId)
            .thenComparingLong(Listen::listenedAt)
            .thenComparingInt(Listen::songId)
            .thenComparing(Listen::isSkipped)
            .thenComparingInt(Listen::spread);

    @TempDir
    Path folder;

    private ListenRuns open() throws IOException {
        return new ListenRuns(folder.resolve("listens"));
    }

    private static List<Listen> read(ListenRuns runs, int[] userKeys, int[] songKeys) throws IOException {
        List<Listen> read = new ArrayList<>();
        runs.forEach(userKeys, songKeys, new int[songKeys.length], (listen, format, brokenOffAfterMs) -> {
            assertThat(brokenOffAfterMs).isEqualTo(listen.songId() % 5 * 100);
            assertThat(format).isEqualTo(listen.songId() % 3);
            read.add(listen);
        });
        return read;
    }

    private static int[] keys(int size) {
        int[] keys = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = i;
        }
        return keys;
    }

    @Test
    void forEach_moreThanARun_areAllInOrder() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<Listen> added = new ArrayList<>();
        try (ListenRuns runs = open()) {
            for (int i = 0; i < 300_000; i++) {
                Listen listen = new Listen(
                        random.nextInt(1, 100),
                        random.nextInt(1_200_000_000, 1_200_100_000),
                        random.nextInt(1, 100_000),
                        random.nextBoolean(),
                        random.nextInt(60),
                        random.nextBoolean());
                added.add(listen);
                runs.add(listen, listen.songId() % 3, listen.songId() % 5 * 100);
            }

            assertThat(runs.count()).isEqualTo(300_000);
            List<Listen> read = read(runs, keys(100), keys(100_000));
            added.sort(IN_ORDER);
            assertThat(read.equals(added)).isTrue();
        }
        assertThat(Files.exists(folder.resolve("listens"))).isFalse();
    }

    @Test
    void forEach_usersOfOneKey_areOne_andThoseLeftOutAreNot() throws IOException {
        int[] userKeys = {0, 7, ListenRuns.LEFT_OUT, 7};
        try (ListenRuns runs = open()) {
            runs.add(new Listen(3, 1_300_000_001, 6), 0, 100 * (6 % 5));
            runs.add(new Listen(1, 1_300_000_002, 3), 0, 100 * (3 % 5));
            runs.add(new Listen(2, 1_300_000_000, 3), 0, 100 * (3 % 5));
            runs.add(new Listen(1, 1_300_000_000, 3), 0, 100 * (3 % 5));

            assertThat(read(runs.oneNumberAKey(userKeys), userKeys, keys(10)))
                    .containsExactly(
                            new Listen(7, 1_300_000_000, 3),
                            new Listen(7, 1_300_000_001, 6),
                            new Listen(7, 1_300_000_002, 3));
        }
    }

    @Test
    void songsWithout_leavesOutSongsOfSomeUsersAlone() throws IOException {
        BitSet dropped = new BitSet();
        dropped.set(2);
        try (ListenRuns runs = open()) {
            assertThat(runs.songsWithout(dropped).isEmpty()).isTrue();
            runs.add(new Listen(1, 1_300_000_000, 3), 0, 100 * (3 % 5));
            runs.add(new Listen(2, 1_300_000_000, 3), 0, 100 * (3 % 5));
            runs.add(new Listen(2, 1_300_000_000, 4), 0, 100 * (4 % 5));

            assertThat(runs.songsWithout(dropped).stream()).containsExactly(3);
        }
    }
}
