package org.segue.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Public tables of users and songs, split as {@code HoldOut.random} of the service splits them: with the same seed the same songs of the same users are held out.
 *
 * @param training songs of each user, ascending, numbered by falling popularity
 * @param heldOut songs of each user that are not trained on, those that anybody is trained on
 * @param songs how many songs are trained on
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
record PublicData(int[][] training, int[][] heldOut, int songs) {

    private static final int MIN_SONGS = 5;
    private static final double FRACTION = 0.2;

    static PublicData split(Path file, long seed) throws IOException {
        Map<Integer, TreeSet<Integer>> users = read(file);
        int[] all = users.values().stream()
                .flatMap(TreeSet::stream)
                .mapToInt(k -> k)
                .sorted()
                .distinct()
                .toArray();
        int[][] training = new int[users.size()][];
        int[][] heldOut = new int[users.size()][];
        int row = 0;
        for (Map.Entry<Integer, TreeSet<Integer>> user : users.entrySet()) {
            int[] songs = user.getValue().stream()
                    .mapToInt(song -> Arrays.binarySearch(all, song))
                    .toArray();
            int missing = songs.length < MIN_SONGS ? 0 : Math.max(1, (int) (FRACTION * songs.length));
            int[] shuffled = shuffled(songs, seed, user.getKey());
            heldOut[row] = Arrays.copyOf(shuffled, missing);
            training[row++] = Arrays.copyOfRange(shuffled, missing, songs.length);
        }
        return numbered(training, heldOut, all.length);
    }

    private static Map<Integer, TreeSet<Integer>> read(Path file) throws IOException {
        Map<Integer, TreeSet<Integer>> users = new TreeMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> users.computeIfAbsent(Integer.valueOf(cells[0]), user -> new TreeSet<>())
                            .add(Integer.valueOf(cells[1])));
        }
        return users;
    }

    private static int[] shuffled(int[] songs, long seed, int userId) {
        SplittableRandom random = new SplittableRandom(mix(seed ^ mix(userId)));
        int[] cells = songs.clone();
        for (int k = 0; k < cells.length; k++) {
            int other = random.nextInt(k, cells.length);
            int chosen = cells[other];
            cells[other] = cells[k];
            cells[k] = chosen;
        }
        return cells;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static PublicData numbered(int[][] training, int[][] heldOut, int all) {
        int[] listeners = new int[all];
        for (int[] songs : training) {
            for (int song : songs) {
                listeners[song]++;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int song = 0; song < all; song++) {
            if (listeners[song] > 0) {
                order.add(song);
            }
        }
        order.sort(Comparator.comparing(song -> -listeners[song]));
        int[] numbers = new int[all];
        Arrays.fill(numbers, -1);
        for (int k = 0; k < order.size(); k++) {
            numbers[order.get(k)] = k;
        }
        return new PublicData(numbered(training, numbers), numbered(heldOut, numbers), order.size());
    }

    private static int[][] numbered(int[][] rows, int[] numbers) {
        return Arrays.stream(rows)
                .map(songs -> Arrays.stream(songs)
                        .map(song -> numbers[song])
                        .filter(number -> number >= 0)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }

    List<Shard> shards(int count) {
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ShardBuilder builder = new ShardBuilder(number);
            for (int user = number; user < training.length; user += count) {
                builder.user();
                builder.row();
                for (int song : training[user]) {
                    builder.cell(song, 1, true);
                }
            }
            shards.add(builder.build());
        }
        return shards;
    }

    List<TestedListener> tested() {
        List<TestedListener> tested = new ArrayList<>();
        for (int user = 0; user < training.length; user++) {
            if (heldOut[user].length > 0) {
                float[] plays = new float[training[user].length];
                Arrays.fill(plays, 1);
                tested.add(new TestedListener(user, training[user], plays, heldOut[user]));
            }
        }
        return tested;
    }
}
