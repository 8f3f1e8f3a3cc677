package org.segue.storage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all of Segue's data, locked for as long as the process runs: two processes on one folder would
 * train and write over each other.
 */
@Singleton
public class DataFolder {

    /** Name of the file that is locked. */
    static final String LOCK = "segue.lock";

    private static final Logger LOG = Logger.getLogger(DataFolder.class);

    /** The engine unpacks public libraries; where bodies arrive is emptied, and set right, at each start. */
    private static final Set<String> OF_OTHERS = Set.of("engine", "incoming");

    /** In the locked file while somebody uses the folder, and for ever if that one is killed. */
    private static final byte[] IN_USE = "in use\n".getBytes(StandardCharsets.US_ASCII);

    private final Path root;
    private final Permissions permissions;
    private final FileChannel lockFile;
    private final boolean wasClosed;

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws IllegalStateException if it cannot be made or another process has it
     */
    @Inject
    public DataFolder(StorageConfig config) {
        this(config.dataDir(), config.storage().permissions());
        Guarded.run("It is not known who may read the data", this::tellOfWiderPermissions);
    }

    private DataFolder(Path folder, Permissions permissions) {
        this.root = folder.toAbsolutePath().normalize();
        this.permissions = permissions;
        try {
            permissions.makeFolder(root);
            Path lock = permissions.makeFile(root.resolve(LOCK));
            lockFile = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                throw new IllegalStateException(
                        "The data folder %s (segue.data-dir) is in use by another Segue process.".formatted(root));
            }
            wasClosed = lockFile.size() == 0;
            Guarded.run(
                    "The start cannot be noted: the disk is full", () -> lockFile.write(ByteBuffer.wrap(IN_USE), 0));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data folder %s (segue.data-dir) cannot be used: %s".formatted(root, e), e);
        }
    }

    // What was made before, or by somebody else, stays as it is.
    private void tellOfWiderPermissions() throws IOException {
        List<Path> looked = new ArrayList<>(List.of(root));
        try (Stream<Path> inside = Files.list(root)) {
            looked.addAll(
                    inside.filter(path -> !OF_OTHERS.contains(path.getFileName().toString()))
                            .sorted()
                            .toList());
        }
        for (Path path : looked) {
            if (permissions.isWider(path)) {
                LOG.warnf(
                        "%s may be read by more users than Segue's (segue.storage.permissions): chmod -R go-rwx %s, unless they are meant to",
                        path, root);
                return;
            }
        }
    }

    /**
     * A folder for a command, locked until it is closed: no service may use it meanwhile.
     *
     * @throws IllegalStateException if it cannot be made or another process has it
     */
    static DataFolder locked(Path folder) {
        return new DataFolder(folder, Permissions.PRIVATE);
    }

    /** Whether no process has a folder that was one. */
    static boolean isUnused(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) != null;
        }
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** Who may read what Segue makes here. */
    public Permissions permissions() {
        return permissions;
    }

    /** Whether who used the folder before has closed it: not so after a crash, a kill or a power cut. */
    boolean wasClosed() {
        return wasClosed;
    }

    /** Folder of a name inside, made if need be. */
    public Path folder(String name) {
        try {
            return permissions.makeFolder(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + name + " in " + root, e);
        }
    }

    /** Deletes a folder and all that is in it; nothing happens if it does not exist. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @PreDestroy
    void unlock() throws IOException {
        if (lockFile.isOpen()) {
            lockFile.truncate(0);
        }
        lockFile.close();
    }
}
