package org.segue.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether the disk takes writes while nobody writes. It looks at the free space, and writes something itself only if
 * that is small, or the last write was refused. For the writer's thread.
 */
final class DiskWatch {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SMALL_BYTES = 1 << 20;
    private static final int PROBE_BYTES = 1 << 16;
    private static final String PROBE = ".probe";

    private final Path folder;
    private final StorageState state;
    private long lookedAtNanos = System.nanoTime() - PAUSE_NANOS;

    DiskWatch(Path folder, StorageState state) {
        this.folder = folder;
        this.state = state;
    }

    /** Looks if it is time to; answers whether a write should be tried. */
    boolean look() {
        if (System.nanoTime() - lookedAtNanos < PAUSE_NANOS) {
            return false;
        }
        lookedAtNanos = System.nanoTime();
        state.probed(looksFull() && !takesFile());
        return state.lastWriteRefused();
    }

    private boolean looksFull() {
        if (state.probeRefused()) {
            return true;
        }
        try {
            FileStore store = Files.getFileStore(folder);
            return store.isReadOnly() || store.getUsableSpace() < SMALL_BYTES;
        } catch (IOException e) {
            return true;
        }
    }

    private boolean takesFile() {
        Path probe = folder.resolve(PROBE);
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            Guarded.run("A probe of the disk cannot be deleted", () -> Files.deleteIfExists(probe));
        }
    }

    /** A write that changes nothing. */
    static boolean rewriteVersion(java.sql.Connection connection) throws java.sql.SQLException {
        int version = Statements.selectInt(connection, "PRAGMA user_version");
        Statements.update(connection, "PRAGMA user_version = " + version);
        return true;
    }
}
