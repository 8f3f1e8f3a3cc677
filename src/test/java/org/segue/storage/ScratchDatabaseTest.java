package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void close_leavesNoFile() throws SQLException {
        try (ScratchDatabase scratch = new ScratchDatabase(folder, "work")) {
            Statements.update(scratch.connection(), "CREATE TABLE number (value INTEGER)");
            Statements.update(scratch.connection(), "INSERT INTO number VALUES (7)");
            scratch.connection().commit();
            assertThat(folder.resolve("work.db")).isNotEmptyFile();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void construct_leftoverOfTheSameName_isReplaced() throws IOException, SQLException {
        Files.writeString(folder.resolve("work.db"), "no database at all");

        try (ScratchDatabase scratch = new ScratchDatabase(folder, "work")) {
            assertThat(Statements.selectInt(scratch.connection(), "SELECT count(*) FROM sqlite_master"))
                    .isZero();
        }
    }

    @Test
    void construct_folderIsMissing_isAStorageException() {
        assertThatThrownBy(() -> new ScratchDatabase(folder.resolve("missing"), "work"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("work.db");
    }
}
