package org.segue.imports.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Listen;

/** A sorted run of {@link ListenRuns} while it is read. For one thread. */
final class ListenRun implements Comparable<ListenRun> {
    private final @Nullable FileChannel channel;
    private LongBuffer ahead;
    private long position;
    private final long end;
    private long userAndTime;
    private long songAndRest;

    ListenRun(LongBuffer inMemory) {
        channel = null;
        ahead = inMemory;
        end = 0;
        next();
    }

    ListenRun(FileChannel channel, long start, long end) {
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
        ByteBuffer bytes =
                ByteBuffer.allocate((int) Math.min(ListenRuns.BUFFER_ROWS * ListenRuns.ROW_BYTES, end - position));
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

    long time() {
        return userAndTime & 0xffffffffL;
    }

    int song() {
        return (int) (songAndRest >>> 32);
    }

    int format() {
        return (int) songAndRest & 0xff;
    }

    int brokenOffAfterMs() {
        return ((int) songAndRest >>> ListenRuns.DOUBT_SHIFT) * ListenRuns.DOUBT_STEP_MS;
    }

    Listen listen(int userKey, int songKey, int words) {
        return new Listen(
                userKey,
                time(),
                songKey,
                (songAndRest >>> 16 & 1) != 0,
                (int) (songAndRest >>> 8) & 0x7f,
                (songAndRest >>> 15 & 1) != 0,
                words);
    }

    @Override
    public int compareTo(ListenRun other) {
        int byUserAndTime = Long.compare(userAndTime, other.userAndTime);
        return byUserAndTime != 0 ? byUserAndTime : Long.compare(songAndRest, other.songAndRest);
    }
}
