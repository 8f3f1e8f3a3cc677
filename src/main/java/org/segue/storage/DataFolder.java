package org.segue.storage;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all of Segue's data, locked for as long as the process runs: two processes on one folder would
 * train and write over each other.
 */
@Singleton
public class DataFolder {

    /** Name of the file that is locked. */
    static final String LOCK = "segue.lock";

    private final Path root;
    private final FileChannel lockFile;

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws IllegalStateException if it cannot be made or another process has it
     */
    @Inject
    public DataFolder(StorageConfig config) {
        this(config.dataDir());
    }

    private DataFolder(Path folder) {
        root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            lockFile = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                throw new IllegalStateException(
                        "The data folder %s (segue.data-dir) is in use by another Segue process.".formatted(root));
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data folder %s (segue.data-dir) cannot be used: %s".formatted(root, e), e);
        }
    }

    /**
     * A folder for a command, locked until it is closed: no service may use it meanwhile.
     *
     * @throws IllegalStateException if it cannot be made or another process has it
     */
    static DataFolder locked(Path folder) {
        return new DataFolder(folder);
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** Folder of a name inside, made if need be. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
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
        lockFile.close();
    }
}
