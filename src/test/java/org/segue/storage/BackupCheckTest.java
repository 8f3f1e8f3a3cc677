package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is damaged is no backup: what has been written of it has no table of contents. */
class BackupCheckTest extends BackupTests {

    @Test
    void backup_pagesAreDamaged_isNone() throws Exception {
        makeDatabase();
        for (int i = 0; i < 20; i++) {
            Damage.pages(data.resolve("segue.db"), "user");
        }

        assertNoBackup("The database is damaged");
    }

    @Test
    void backup_indexIsDamaged_isNone() throws Exception {
        makeDatabase();
        Damage.pages(data.resolve("segue.db"), "sqlite_autoindex_user_1");

        assertNoBackup("The database is damaged");
    }

    @Test
    void backup_rowNamesOneThatIsNotThere_isNone() throws Exception {
        makeDatabase();
        Damage.run(
                data.resolve("segue.db"),
                "INSERT INTO song_feedback (user_id, song_id, verdict, judged_at) VALUES (4711, 4711, 'love', 1)");

        assertNoBackup("song_feedback");
    }

    @Test
    void backup_embeddingsAreNotWhatTheManifestSays_isNone() throws Exception {
        makeDatabase();
        Files.writeString(data.resolve("models").resolve(VERSION).resolve("factors.safetensors"), "embeddingz");

        assertNoBackup("The model " + VERSION + " is damaged");
    }

    @Test
    void backup_manifestIsGone_isNone() throws Exception {
        makeDatabase();
        Files.delete(data.resolve("models").resolve(VERSION).resolve("manifest.json"));

        assertNoBackup("The model " + VERSION + " is damaged");
    }

    @Test
    void knownSchema_isWhatTheMigrationsMake() throws IOException {
        try (Databases.Opened opened = Databases.open(data)) {
            assertThat(opened.database().<List<String>>read(KnownSchema::foreignIn))
                    .isEmpty();
            assertThat(opened.database().read(KnownSchema::knownIn)).hasSize(KnownSchema.count());
        }
    }

    private void assertNoBackup(String why) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (BackupSnapshot snapshot = BackupSnapshot.of(data)) {
            assertThatThrownBy(() -> snapshot.writeTo(written))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(why);
        }
        Path part = Files.write(zip, written.toByteArray());
        assertThatThrownBy(() -> new ZipFile(part.toFile())).isInstanceOf(java.util.zip.ZipException.class);
        assertThatThrownBy(() -> Restore.into(target, part))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("only the beginning");
    }
}
