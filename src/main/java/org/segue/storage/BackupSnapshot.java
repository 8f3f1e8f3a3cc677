package org.segue.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/**
 * One moment of a data folder, set aside inside it while a service, of this process or another, goes on writing.
 *
 * <p>The database is copied by SQLite's online backup inside one read transaction, so it is as of one moment and whole.
 * Models are linked, not copied (where the file system has no links, they are copied): published ones do not change. They come
 * first, so that the database knows every song and every forgotten user that they know. For one thread.
 */
public final class BackupSnapshot implements AutoCloseable {

    /** Folder of snapshots in the data folder. */
    static final String FOLDER = "backup";

    private static final int ATTEMPTS = 100;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int BUSY_SLEEP_MILLIS = 100;
    private static final int BUSY_ATTEMPTS = 100;
    private static final int PAGES_A_STEP = 1000;
    private static final int SQLITE_OK = 0;
    private static final int BUFFER_BYTES = 1 << 16;

    /** What must stay free on the disk beside the copy: the service goes on writing. */
    private static final long RESERVE_BYTES = 64L << 20;

    private final Path folder;
    private final Instant takenAt;

    private final boolean withSongModels;

    private BackupSnapshot(Path folder, boolean withSongModels) {
        this.folder = folder;
        this.withSongModels = withSongModels;
        this.takenAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Takes one without song models, whose files people have. */
    public static BackupSnapshot of(Path root) {
        return of(root, false);
    }

    /**
     * Takes one.
     *
     * @param root the data folder
     * @param withSongModels whether song models are in it
     * @throws StorageException if there are no data, no room for a copy of the database, or it cannot be read or written
     */
    public static BackupSnapshot of(Path root, boolean withSongModels) {
        Path database = root.resolve(BackupFormat.DATABASE);
        if (!Files.isRegularFile(database)) {
            throw new StorageException("There are no data of Segue in %s to back up.".formatted(root));
        }
        try {
            requireRoom(database);
            Path parent = Permissions.PRIVATE.makeFolder(root.resolve(FOLDER));
            BackupSnapshot snapshot =
                    new BackupSnapshot(Files.createTempDirectory(parent, "snapshot-"), withSongModels);
            snapshot.fill(root);
            return snapshot;
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("The data cannot be set aside for a backup: " + e.getMessage(), e);
        }
    }

    private static void requireRoom(Path database) throws IOException {
        long needed = Files.size(database) + RESERVE_BYTES;
        long free = Files.getFileStore(database).getUsableSpace();
        if (free < needed) {
            throw new StorageException("A backup needs %d MB free beside the data for a while; there are %d MB."
                    .formatted(needed >> 20, free >> 20));
        }
    }

    private void fill(Path root) throws IOException {
        boolean filled = false;
        try {
            linkModels(root.resolve(BackupFormat.MODELS));
            copyDatabase(root.resolve(BackupFormat.DATABASE));
            filled = true;
        } finally {
            if (!filled) {
                close();
            }
        }
    }

    // Publishing, deleting and rewriting models take a few renames: what was linked meanwhile is thrown away.
    private void linkModels(Path models) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path target = Files.createDirectories(folder.resolve(BackupFormat.MODELS));
            if (linkUnchanged(models, target)) {
                return;
            }
            DataFolder.delete(target);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("the models keep changing");
    }

    // Answers whether nothing changed or went away in the middle.
    private boolean linkUnchanged(Path models, Path target) throws IOException {
        try {
            Map<String, Path> files = files(models);
            String before = state(files);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                if (!withSongModels && ModelChecksum.isOfSongModel(file.getValue())) {
                    continue;
                }
                Path copy = target.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                link(file.getValue(), copy);
            }
            return state(files(models)).equals(before);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, copy);
        }
    }

    /**
     * The files of models, by their names below the folder, in order. What is hidden by a dot is half done, but for a version
     * that is complete and about to take the place of its former self: in between neither has the version's name.
     */
    private static SortedMap<String, Path> files(Path models) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path entry : Files.isDirectory(models) ? list(models) : List.<Path>of()) {
            String name = entry.getFileName().toString();
            if (!Files.isDirectory(entry)) {
                put(files, name, entry);
            } else if (name.startsWith(BackupFormat.REWRITTEN_PREFIX)) {
                putVersion(files, name.substring(BackupFormat.REWRITTEN_PREFIX.length()), entry);
            } else {
                // Comes after its rewritten self, whose name begins with a dot, and goes before it.
                putVersion(files, name, entry);
            }
        }
        return files;
    }

    private static void putVersion(SortedMap<String, Path> files, String version, Path folder) throws IOException {
        for (Path file : list(folder)) {
            put(files, version + '/' + file.getFileName(), file);
        }
    }

    private static void put(SortedMap<String, Path> files, String name, Path file) {
        if (BackupFormat.isEntry(entryName(name))) {
            files.put(name, file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static String entryName(String name) {
        return BackupFormat.MODELS + '/' + name;
    }

    // What tells one state of the folder from another: a publication or a rewriting changes times or places.
    private static String state(Map<String, Path> files) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path file : files.values()) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            state.append(file)
                    .append(' ')
                    .append(attributes.size())
                    .append(' ')
                    .append(attributes.lastModifiedTime())
                    .append('\n');
        }
        return state.toString();
    }

    private void copyDatabase(Path database) throws IOException {
        Permissions.PRIVATE.makeFile(databaseFile());
        String url = "jdbc:sqlite:%s?busy_timeout=10000".formatted(database);
        // By name: a command runs without Quarkus, which would register the driver in a native executable.
        try (SQLiteConnection connection = JDBC.createConnection(url, new Properties())) {
            connection.setAutoCommit(false);
            // The first read begins the transaction: what is committed from here on is not in the copy.
            Statements.selectInt(connection, "SELECT count(*) FROM sqlite_schema");
            int code = connection
                    .getDatabase()
                    .backup("main", databaseFile().toString(), null, BUSY_SLEEP_MILLIS, BUSY_ATTEMPTS, PAGES_A_STEP);
            connection.rollback();
            if (code != SQLITE_OK) {
                throw new IOException("SQLite could not copy the database (code %d)".formatted(code));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be copied: " + e.getMessage(), e);
        }
    }

    private Path databaseFile() {
        return folder.resolve(BackupFormat.DATABASE);
    }

    /** A name for its file, by the moment when it was taken. */
    public String fileName() {
        return "segue-%s.zip".formatted(takenAt.toString().replace(':', '-'));
    }

    /**
     * Writes it as a backup; leaves the stream open. All of it is checked before its last byte: pages, keys and indexes of the
     * database, checksums of models. What is damaged is no backup, and has no table of contents.
     *
     * @throws StorageException if something is damaged; the message says what
     * @throws IOException if it cannot be read, or whoever takes it goes away
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES), StandardCharsets.UTF_8);
        // Embeddings hardly get smaller, the database by half even so.
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(BackupFormat.NOTE));
        zip.write(
                "%s%ntaken at %s%n".formatted(BackupFormat.FIRST_LINE, takenAt).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (Map.Entry<String, Path> file :
                files(folder.resolve(BackupFormat.MODELS)).entrySet()) {
            addModelFile(zip, entryName(file.getKey()), file.getValue());
        }
        zip.flush();
        DatabaseCheck.requireSound(databaseFile());
        add(zip, BackupFormat.DATABASE, databaseFile());
        zip.finish();
        zip.flush();
    }

    private static void addModelFile(ZipOutputStream zip, String name, Path file) throws IOException {
        if (!name.endsWith(BackupFormat.FACTORS)) {
            add(zip, name, file);
            return;
        }
        Path manifest = file.resolveSibling(BackupFormat.MANIFEST);
        zip.putNextEntry(new ZipEntry(name));
        if (!ModelChecksum.copied(file, zip).equals(ModelChecksum.expected(manifest))) {
            throw new StorageException(
                    "The model %s is damaged, and so the backup would be: activate another, stop Segue and move its folder out of %s."
                            .formatted(name.split("/", -1)[1], BackupFormat.MODELS));
        }
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** Deletes what was set aside. */
    @Override
    public void close() {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(folder), e);
        }
    }
}
