package org.segue.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what Segue makes in the data folder. File systems without such permissions, as those of Windows, have rules of
 * their own, which stay as they are.
 */
public enum Permissions {
    /** The user that Segue runs as: files 600, folders 700. */
    PRIVATE("rw-------", "rwx------"),
    /** The user's group too: files 640, folders 750. */
    GROUP("rw-r-----", "rwxr-x---"),
    /** Whom the system's umask allows. */
    SYSTEM(null, null);

    private final @Nullable String files;
    private final @Nullable String folders;

    Permissions(@Nullable String files, @Nullable String folders) {
        this.files = files;
        this.folders = folders;
    }

    private @Nullable Set<PosixFilePermission> of(Path path) {
        String wanted = Files.isDirectory(path) ? folders : files;
        return wanted == null || !isPosix(path) ? null : PosixFilePermissions.fromString(wanted);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes a folder, and those around it, if need be; what is there already stays as it is. */
    public Path makeFolder(Path folder) throws IOException {
        if (folders == null || !isPosix(folder)) {
            return Files.createDirectories(folder);
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(folders)));
    }

    /** Makes an empty file if there is none. */
    public Path makeFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            FileAttribute<?>[] attributes = files == null || !isPosix(file)
                    ? new FileAttribute<?>[0]
                    : new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(files))
                    };
            Files.createFile(file, attributes);
        }
        return file;
    }

    /** Gives something that Segue has just made, and all that is in it, these permissions. */
    public void apply(Path made) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(made)) {
            all = tree.toList();
        }
        for (Path path : all) {
            Set<PosixFilePermission> wanted = of(path);
            if (wanted != null && !Files.isSymbolicLink(path)) {
                Files.setPosixFilePermissions(path, wanted);
            }
        }
    }

    /** Whether more people may do something with a file or folder than these permissions say. */
    boolean isWider(Path path) throws IOException {
        Set<PosixFilePermission> wanted = of(path);
        return wanted != null
                && !Files.isSymbolicLink(path)
                && !wanted.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }
}
