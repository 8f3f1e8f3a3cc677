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
import org.jspecify.annotations.Nullable;
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
    private static final int BUFFER_ROWS = 1 << 12;
    private static final int ROW_BYTES = 16;
    private static final int DIGIT_BITS = 16;

    /** Takes listens in the order of user, time and song. */
    @FunctionalInterface
    interface Visitor {
        /** Takes one, and the number of the format that tells it. */
        void listen(Listen listen, int format);
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
    void add(int user, int song, long listenedAt, int spread, boolean isSkipped, int format) throws IOException {
        if (size == RUN_ROWS) {
            spill();
        }
        rows[2 * size] = (long) user << 32 | (listenedAt & 0xffffffffL);
        rows[2 * size + 1] = (long) song << 32 | (isSkipped ? 1 << 16 : 0) | spread << 8 | format;
        size++;
        count++;
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
        for (Run run : runs()) {
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
        for (Run run : runs()) {
            do {
                Listen listen = run.listen(numbers[run.user()], run.song());
                others.add(
                        listen.userId(),
                        listen.songId(),
                        listen.listenedAt(),
                        listen.spread(),
                        listen.isSkipped(),
                        run.format());
            } while (run.next());
        }
        return others;
    }

    /** Reads all listens in order, with keys for the numbers; users with the key {@link #LEFT_OUT} are not read. */
    void forEach(int[] userKeys, int[] songKeys, Visitor visitor) throws IOException {
        PriorityQueue<Run> queue = new PriorityQueue<>(runs());
        while (!queue.isEmpty()) {
            Run run = queue.poll();
            Run rival = queue.peek();
            boolean hasMore = true;
            while (hasMore && (rival == null || run.compareTo(rival) <= 0)) {
                int user = userKeys[run.user()];
                if (user != LEFT_OUT) {
                    visitor.listen(run.listen(user, songKeys[run.song()]), run.format());
                }
                hasMore = run.next();
            }
            if (hasMore) {
                queue.add(run);
            }
        }
    }

    private List<Run> runs() throws IOException {
        sort();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < runStarts.size(); i++) {
            long end = i + 1 < runStarts.size() ? runStarts.get(i + 1) : channel.position();
            runs.add(new Run(channel, runStarts.get(i), end));
        }
        if (size > 0) {
            runs.add(new Run(LongBuffer.wrap(rows, 0, 2 * size)));
        }
        return runs;
    }

    /** A sorted run while it is read. */
    private static final class Run implements Comparable<Run> {
        private final @Nullable FileChannel channel;
        private LongBuffer ahead;
        private long position;
        private final long end;
        private long userAndTime;
        private long songAndRest;

        Run(LongBuffer inMemory) {
            channel = null;
            ahead = inMemory;
            end = 0;
            next();
        }

        Run(FileChannel channel, long start, long end) {
            this.channel = channel;
            this.position = start;
            this.end = end;
            this.ahead = LongBuffer.allocate(0);
            next();
        }

        /** Goes on to the next listen; false if there is none. */
        boolean next() {
            if (!ahead.hasRemaining() && !fill()) {
                return false;
            }
            userAndTime = ahead.get();
            songAndRest = ahead.get();
            return true;
        }

        private boolean fill() {
            if (channel == null || position == end) {
                return false;
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BUFFER_ROWS * ROW_BYTES, end - position));
            try {
                while (bytes.hasRemaining()) {
                    position += channel.read(bytes, position);
                }
            } catch (IOException e) {
                throw StagingRepository.failed(e);
            }
            ahead = bytes.flip().asLongBuffer();
            return true;
        }

        int user() {
            return (int) (userAndTime >>> 32);
        }

        int song() {
            return (int) (songAndRest >>> 32);
        }

        int format() {
            return (int) songAndRest & 0xff;
        }

        Listen listen(int userKey, int songKey) {
            return new Listen(
                    userKey,
                    userAndTime & 0xffffffffL,
                    songKey,
                    (songAndRest >>> 16 & 1) != 0,
                    (int) (songAndRest >>> 8) & 0xff);
        }

        @Override
        public int compareTo(Run other) {
            int byUserAndTime = Long.compare(userAndTime, other.userAndTime);
            return byUserAndTime != 0 ? byUserAndTime : Long.compare(songAndRest, other.songAndRest);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
