package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Segue makes is for its user alone, unless it is told otherwise; what is there already stays as it is. */
class PermissionsTest {

    @TempDir
    Path parent;

    @Test
    void dataFolder_database_andWhatSqliteKeepsBeside_arePrivate() throws IOException {
        Path folder = parent.resolve("data");
        DataFolder locked = new DataFolder(Databases.config(folder));
        StartCheck check = new StartCheck(locked, StorageConfig.Check.NEVER, new StorageState());
        check.run();
        locked.unlock();
        try (Databases.Opened opened = Databases.open(folder)) {
            opened.folder().folder("models");
            // SQLite deletes what it keeps beside when the last connection is closed.
            List<String> modes = opened.database().writeNow(connection -> {
                Statements.update(connection, "INSERT INTO source (name) VALUES ('x')");
                return modes(folder);
            });
            assertThat(modes)
                    .contains("segue.db rw-------", "segue.db-wal rw-------", "segue.db-shm rw-------")
                    .contains("segue.lock rw-------", "models rwx------")
                    .allMatch(mode -> mode.endsWith("rw-------") || mode.endsWith("rwx------"));
        }
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void group_mayReadToo_system_isTheUmask() throws IOException {
        Path folder = Permissions.GROUP.makeFolder(parent.resolve("a/b"));
        Path file = Permissions.GROUP.makeFile(folder.resolve("file"));
        assertThat(mode(folder)).isEqualTo("rwxr-x---");
        assertThat(mode(file)).isEqualTo("rw-r-----");

        Path open = Files.writeString(parent.resolve("open"), "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        Permissions.SYSTEM.apply(open);
        assertThat(mode(open)).isEqualTo("rw-rw-rw-");
        assertThat(Permissions.SYSTEM.isWider(open)).isFalse();
        Permissions.PRIVATE.apply(parent);
        assertThat(mode(open)).isEqualTo("rw-------");
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void whatIsThereWithWiderModes_getsALineInTheLog_andStaysAsItIs() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path open = Files.writeString(folder.resolve("segue.db"), "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        List<String> lines = linesOf(() -> new DataFolder(Databases.config(folder)).unlock());

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("segue.db may be read by more users", "segue.storage.permissions", "chmod");
        assertThat(mode(open)).isEqualTo("rw-r--r--");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        assertThat(linesOf(() -> new DataFolder(Databases.config(folder)).unlock()))
                .isEmpty();
    }

    private interface Action {
        void run() throws IOException;
    }

    private static List<String> linesOf(Action action) throws IOException {
        List<String> lines = new java.util.ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line) + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(DataFolder.class.getName());
        logger.addHandler(handler);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    private static List<String> modes(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName() + " " + mode(path)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
