package org.segue.storage;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sqlite.JDBC;

/**
 * Makes a data folder of a backup. All is unpacked aside and checked first; only what is whole is moved into its place, the
 * database last. A backup that is not sound, or none at all, leaves nothing behind.
 */
public final class Restore {

    private static final String ASIDE = ".restore-";
    private static final String LOST_AND_FOUND = "lost+found";
    private static final String ENGINE = "engine";
    private static final int MAX_ENTRIES = 10_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private Restore() {}

    /**
     * Restores.
     *
     * @param backup the zip that a backup wrote
     * @param root the data folder: empty, or not there yet
     * @throws RestoreException if the zip is no whole, sound backup, or the folder holds data
     * @throws IOException if the disk cannot be read or written
     * @throws IllegalStateException if the folder is used by another process, or cannot be made
     */
    public static void into(Path root, Path backup) throws RestoreException, IOException {
        if (!Files.isRegularFile(backup)) {
            throw new RestoreException("There is no file %s.".formatted(backup));
        }
        DataFolder folder = DataFolder.locked(root);
        try {
            requireEmpty(folder.root());
            restore(backup, folder.root());
        } finally {
            folder.unlock();
        }
    }

    // A volume may come with lost+found; what another restore left aside was never anybody's data.
    private static void requireEmpty(Path root) throws RestoreException, IOException {
        List<Path> inside;
        try (Stream<Path> list = Files.list(root)) {
            inside = list.toList();
        }
        for (Path path : inside) {
            String name = String.valueOf(path.getFileName());
            if (name.startsWith(ASIDE)) {
                DataFolder.delete(path);
            } else if (!Set.of(DataFolder.LOCK, LOST_AND_FOUND, ENGINE).contains(name)) {
                throw new RestoreException("%s is not empty: it has %s. Restore into a new folder, or move that away."
                        .formatted(root, name));
            }
        }
    }

    private static void restore(Path backup, Path root) throws RestoreException, IOException {
        Path aside = Files.createTempDirectory(root, ASIDE);
        try (ZipFile zip = open(backup)) {
            requireSound(zip, backup, root);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                extract(zip, entry, aside.resolve(entry.getName()));
            }
            Path database = aside.resolve(BackupFormat.DATABASE);
            requireSoundDatabase(database);
            Permissions.PRIVATE.apply(aside);
            Path models = aside.resolve(BackupFormat.MODELS);
            if (Files.isDirectory(models)) {
                Files.move(models, root.resolve(BackupFormat.MODELS), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(database, root.resolve(BackupFormat.DATABASE), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            DataFolder.delete(aside);
        }
    }

    private static ZipFile open(Path backup) throws RestoreException {
        try {
            return new ZipFile(backup.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new RestoreException(
                    "%s is no backup of Segue, or only the beginning of one: %s".formatted(backup, e.getMessage()), e);
        }
    }

    private static void requireSound(ZipFile zip, Path backup, Path root) throws RestoreException, IOException {
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!BackupFormat.isEntry(name) || !names.add(name) || names.size() > MAX_ENTRIES || entry.getSize() < 0) {
                throw new RestoreException("%s is no backup of Segue: it has \"%s\", which none has."
                        .formatted(backup, name.replaceAll("\\p{Cntrl}", "?")));
            }
            // Sizes are what the zip says: together they may be more than a long holds.
            bytes = bytes + entry.getSize() < 0 ? Long.MAX_VALUE : bytes + entry.getSize();
        }
        if (!names.containsAll(Set.of(BackupFormat.NOTE, BackupFormat.DATABASE))) {
            throw new RestoreException(
                    "%s is no backup of Segue: it has no %s.".formatted(backup, BackupFormat.DATABASE));
        }
        requireFormat(zip, backup);
        long free = Files.getFileStore(root).getUsableSpace();
        if (bytes > free) {
            throw new RestoreException(
                    "The backup needs %d MB; the disk has %d MB.".formatted(bytes >> 20, free >> 20));
        }
    }

    private static void requireFormat(ZipFile zip, Path backup) throws RestoreException, IOException {
        ZipEntry note = Objects.requireNonNull(zip.getEntry(BackupFormat.NOTE));
        char[] line = new char[BackupFormat.FIRST_LINE.length() + 1];
        int length;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(zip.getInputStream(note), StandardCharsets.UTF_8))) {
            length = reader.read(line);
        }
        String first = new String(line, 0, Math.max(0, length)).strip();
        if (!first.equals(BackupFormat.FIRST_LINE)) {
            throw new RestoreException("%s says \"%s\"; this Segue reads \"%s\"."
                    .formatted(backup, first.replaceAll("\\p{Cntrl}", "?"), BackupFormat.FIRST_LINE));
        }
    }

    // ZipFile checks neither: that an entry is as long as it says, nor its checksum.
    private static void extract(ZipFile zip, ZipEntry entry, Path file) throws RestoreException, IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        CRC32 checksum = new CRC32();
        long length = 0;
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum);
                FileOutputStream out = new FileOutputStream(file.toFile())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0 && length <= entry.getSize(); count = in.read(buffer)) {
                out.write(buffer, 0, count);
                length += count;
            }
            out.getFD().sync();
        } catch (ZipException | EOFException e) {
            throw new RestoreException("The backup is damaged: %s cannot be unpacked.".formatted(entry.getName()), e);
        }
        if (length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw new RestoreException("The backup is damaged: %s is not what was written.".formatted(entry.getName()));
        }
    }

    private static void requireSoundDatabase(Path database) throws RestoreException {
        String url = "jdbc:sqlite:%s?open_mode=1".formatted(database);
        try (Connection connection = JDBC.createConnection(url, new Properties())) {
            List<String> foreign = KnownSchema.foreignIn(connection);
            if (!foreign.isEmpty()) {
                throw new RestoreException(
                        "The backup's database has what no Segue makes, and what would run by itself: %s."
                                .formatted(foreign.get(0).replaceAll("\\p{Cntrl}", "?")));
            }
            String found = Statements.queryFirst(connection, "PRAGMA quick_check(1)", row -> row.getString(1))
                    .orElse("no answer");
            if (!found.equals("ok")) {
                throw new RestoreException("The backup's database is damaged: " + found);
            }
            Statements.selectInt(connection, "SELECT count(*) FROM flyway_schema_history");
        } catch (SQLException e) {
            throw new RestoreException("The backup's database cannot be used: " + e.getMessage(), e);
        }
    }
}
