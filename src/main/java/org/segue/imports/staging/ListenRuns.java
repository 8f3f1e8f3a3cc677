package org.segue.imports.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.segue.listens.Listen;
import org.segue.storage.Permissions;

/**
 * Listens of one import as packed numbers, sorted by user, time and song: the latest in memory, the others in a file of sorted
 * runs, which are merged when they are read. Two {@code long}s a listen, so a run takes 4 MB. For one thread.
 */
final class ListenRuns implements AutoCloseable {

    /** In place of a key: the user's listens are left out. */
    static final int LEFT_OUT = -1;

    private static final int RUN_ROWS = 1 << 17;
    static final int BUFFER_ROWS = 1 << 12;
    static final int ROW_BYTES = 16;
    private static final int DIGIT_BITS = 16;

    /** Milliseconds are kept in steps of a tenth of a second, up to some fifty minutes. */
    static final int DOUBT_STEP_MS = 100;

    static final int DOUBT_SHIFT = 17;
    private static final int MAX_DOUBT = (1 << 15) - 1;

    /** Takes listens in the order of user, time and song. */
    @FunctionalInterface
    interface Visitor {
        /** Takes one, the number of the format that tells it, and {@link org.segue.imports.formats.PlayEvidence#brokenOffAfterMs}. */
        void listen(Listen listen, int format, int brokenOffAfterMs);
    }

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_ROWS * ROW_BYTES);
    private final List<Long> runStarts = new ArrayList<>();
    private final int[] places = new int[(1 << DIGIT_BITS) + 1];
    private long[] rows = new long[2 * RUN_ROWS];
    private long[] spare = new long[2 * RUN_ROWS];
    private int size;
    private long count;
    private boolean anyDoubt;

    /** No listens yet; the file is deleted at the end. */
    ListenRuns(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(
                Permissions.PRIVATE.makeFile(file),
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Adds a listen of a user and a song by their numbers, as a format of a number tells it. */
    void add(Listen listen, int format, int brokenOffAfterMs) throws IOException {
        if (size == RUN_ROWS) {
            spill();
        }
        long doubt = Math.min(MAX_DOUBT, (brokenOffAfterMs + DOUBT_STEP_MS - 1) / DOUBT_STEP_MS);
        rows[2 * size] = (long) listen.userId() << 32 | (listen.listenedAt() & 0xffffffffL);
        rows[2 * size + 1] = (long) listen.songId() << 32
                | doubt << DOUBT_SHIFT
                | (listen.isSkipped() ? 1 << 16 : 0)
                | (listen.isByName() ? 1 << 15 : 0)
                | listen.spread() << 8
                | format;
        anyDoubt |= doubt > 0;
        size++;
        count++;
    }

    /** Whether it depends on the length of a song whether one of them is a listen. */
    boolean hasDoubts() {
        return anyDoubt;
    }

    /** Number of listens. */
    long count() {
        return count;
    }

    private void spill() throws IOException {
        sort();
        runStarts.add(channel.position());
        for (int from = 0; from < 2 * size; ) {
            int length = Math.min(2 * BUFFER_ROWS, 2 * size - from);
            buffer.clear().asLongBuffer().put(rows, from, length);
            buffer.limit(length * Long.BYTES);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            from += length;
        }
        size = 0;
    }

    // By the digits of the second number, then by those of the first. Most digits are the same in all rows.
    private void sort() {
        for (int word = 1; word >= 0; word--) {
            for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
                sortByDigit(word, shift);
            }
        }
    }

    private void sortByDigit(int word, int shift) {
        Arrays.fill(places, 0);
        for (int row = word; row < 2 * size; row += 2) {
            places[digit(rows[row], shift) + 1]++;
        }
        if (size == 0 || places[digit(rows[word], shift) + 1] == size) {
            return;
        }
        for (int digit = 1; digit < places.length; digit++) {
            places[digit] += places[digit - 1];
        }
        for (int row = 0; row < 2 * size; row += 2) {
            int place = 2 * places[digit(rows[row + word], shift)]++;
            spare[place] = rows[row];
            spare[place + 1] = rows[row + 1];
        }
        long[] sorted = spare;
        spare = rows;
        rows = sorted;
    }

    private static int digit(long value, int shift) {
        return (int) (value >>> shift) & ((1 << DIGIT_BITS) - 1);
    }

    /** Songs by number of the listens of all users but some. */
    BitSet songsWithout(BitSet users) throws IOException {
        BitSet songs = new BitSet();
        for (ListenRun run : runs()) {
            do {
                if (!users.get(run.user())) {
                    songs.set(run.song());
                }
            } while (run.next());
        }
        return songs;
    }

    /** The same listens under one number for users of the same key: these, if no two users have one. */
    ListenRuns oneNumberAKey(int[] userKeys) throws IOException {
        int[] numbers = new int[userKeys.length];
        Map<Integer, Integer> firsts = new HashMap<>();
        boolean isSame = true;
        for (int number = 1; number < numbers.length; number++) {
            Integer first = userKeys[number] > 0 ? firsts.putIfAbsent(userKeys[number], number) : null;
            numbers[number] = first == null ? number : first;
            isSame &= first == null;
        }
        return isSame ? this : renumbered(numbers);
    }

    private ListenRuns renumbered(int[] numbers) throws IOException {
        ListenRuns others = new ListenRuns(file.resolveSibling(file.getFileName() + "-joined"));
        for (ListenRun run : runs()) {
            do {
                others.add(run.listen(numbers[run.user()], run.song(), 0), run.format(), run.brokenOffAfterMs());
            } while (run.next());
        }
        return others;
    }

    /** Tells whether a listen is wanted, of those in the order of user, time and song. */
    @FunctionalInterface
    interface Wanted {
        /** Whether it is, by the numbers of user and song and the time. */
        boolean test(int user, long listenedAt, int song);
    }

    /** Those of the listens that are wanted, in a file beside. */
    ListenRuns only(Wanted wanted) throws IOException {
        ListenRuns kept = new ListenRuns(file.resolveSibling(file.getFileName() + "-wanted"));
        try {
            inOrder(run -> {
                if (wanted.test(run.user(), run.time(), run.song())) {
                    kept.add(run.listen(run.user(), run.song(), 0), run.format(), run.brokenOffAfterMs());
                }
            });
            return kept;
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    /** Takes the numbers of a listen, of those in the order of user, time and song. */
    @FunctionalInterface
    interface NumberVisitor {
        /** Takes one. */
        void listen(int user, long listenedAt, int song);
    }

    /** Reads all listens in order, by their numbers. */
    void forEachNumber(NumberVisitor visitor) throws IOException {
        inOrder(run -> visitor.listen(run.user(), run.time(), run.song()));
    }

    /**
     * Reads all listens in order, with keys for the numbers; users with the key {@link #LEFT_OUT} are not read.
     *
     * @param words numbers of words, by the numbers of what was played; 0 for none
     */
    void forEach(int[] userKeys, int[] songKeys, int[] words, Visitor visitor) throws IOException {
        inOrder(run -> {
            int user = userKeys[run.user()];
            if (user != LEFT_OUT) {
                int song = run.song();
                visitor.listen(run.listen(user, songKeys[song], words[song]), run.format(), run.brokenOffAfterMs());
            }
        });
    }

    /** Takes the listen at which a run stands. */
    private interface RunVisitor {
        void at(ListenRun run) throws IOException;
    }

    private void inOrder(RunVisitor visitor) throws IOException {
        PriorityQueue<ListenRun> queue = new PriorityQueue<>(runs());
        while (!queue.isEmpty()) {
            ListenRun run = queue.poll();
            ListenRun rival = queue.peek();
            boolean hasMore = true;
            while (hasMore && (rival == null || run.compareTo(rival) <= 0)) {
                visitor.at(run);
                hasMore = run.next();
            }
            if (hasMore) {
                queue.add(run);
            }
        }
    }

    private List<ListenRun> runs() throws IOException {
        sort();
        List<ListenRun> runs = new ArrayList<>();
        for (int i = 0; i < runStarts.size(); i++) {
            long end = i + 1 < runStarts.size() ? runStarts.get(i + 1) : channel.position();
            runs.add(new ListenRun(channel, runStarts.get(i), end));
        }
        if (size > 0) {
            runs.add(new ListenRun(LongBuffer.wrap(rows, 0, 2 * size)));
        }
        return runs;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
