package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What a backup holds, whatever goes on meanwhile. */
class BackupTest extends BackupTests {

    private static final String REWRITTEN = ".rewritten-" + VERSION;

    private static final String FORMER = "." + VERSION;

    @Test
    void backupAndRestore_whileWritesGoOn_isOneMomentOfTheDatabase() throws Exception {
        try (Databases.Opened opened = Databases.open(data)) {
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                for (int i = 0; !stop.get(); i++) {
                    addPair(opened.database(), i);
                }
            });
            addPair(opened.database(), -1);
            writer.start();
            try {
                for (int round = 0; round < 5; round++) {
                    Files.deleteIfExists(zip);
                    DataFolder.delete(target);
                    back(data, zip);
                    Restore.into(target, zip);
                    assertPairs(target);
                }
            } finally {
                stop.set(true);
                writer.join();
            }
        }
    }

    private static void assertPairs(Path restored) throws IOException {
        try (Databases.Opened opened = Databases.open(restored)) {
            int left = count(opened, "source WHERE name LIKE 'left %'");
            assertThat(left).isPositive().isEqualTo(count(opened, "user WHERE public_id LIKE 'right-%'"));
        }
    }

    private static int count(Databases.Opened opened, String table) {
        return opened.database().read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }

    @Test
    void backup_holdsModelsAndDatabase_andNothingHalfDone() throws Exception {
        makeDatabase();
        back(data, zip);

        assertThat(entries(zip).keySet())
                .containsExactlyInAnyOrder(
                        "segue-backup.txt",
                        "models/active",
                        "models/" + VERSION + "/factors.safetensors",
                        "models/" + VERSION + "/manifest.json",
                        "segue.db");
        assertThat(data.resolve("backup")).as("nothing stays aside").isEmptyDirectory();
    }

    @Test
    void restore_givesBackWhatWasThere() throws Exception {
        makeDatabase();
        back(data, zip);

        Restore.into(target, zip);

        assertThat(target.resolve("models/active")).hasContent(VERSION);
        assertThat(target.resolve("models").resolve(VERSION).resolve("factors.safetensors"))
                .hasContent("embeddings");
        assertThat(names(target)).containsExactlyInAnyOrder("models", "segue.db", "segue.lock");
    }

    @Test
    void backup_modelsRewrittenMeanwhile_areOfOneKind() throws Exception {
        makeDatabase();
        writeModel(data.resolve("models").resolve(VERSION), "as published");
        AtomicBoolean stop = new AtomicBoolean();
        Thread rewriter = new Thread(() -> rewriteUntil(stop));
        rewriter.start();
        try {
            for (int round = 0; round < 200; round++) {
                try (BackupSnapshot snapshot = BackupSnapshot.of(data)) {
                    Map<String, String> found = entries(snapshot);
                    assertThat(found.get("models/" + VERSION + "/manifest.json"))
                            .isNotNull()
                            .isEqualTo(
                                    manifest(String.valueOf(found.get("models/" + VERSION + "/factors.safetensors"))));
                }
            }
        } finally {
            stop.set(true);
            rewriter.join();
        }
    }

    // Between its two renames, where a backup may look and where a kill may leave it.
    @Test
    void backup_whileAModelTakesItsFormerSelfsPlace_holdsTheNewOne() throws Exception {
        makeDatabase();
        Path models = data.resolve("models");
        Files.move(models.resolve(VERSION), models.resolve(FORMER));
        writeModel(models.resolve(REWRITTEN), "rewritten");

        back(data, zip);

        assertThat(entries(zip))
                .containsEntry("models/" + VERSION + "/factors.safetensors", "rewritten")
                .containsEntry("models/" + VERSION + "/manifest.json", manifest("rewritten"));
    }

    @Test
    void backup_beforeARewrittenModelTakesItsPlace_holdsTheOneThatHasIt() throws Exception {
        makeDatabase();
        Path models = data.resolve("models");
        writeModel(models.resolve(VERSION), "as published");
        writeModel(models.resolve(REWRITTEN), "rewritten");

        back(data, zip);

        assertThat(entries(zip))
                .containsEntry("models/" + VERSION + "/factors.safetensors", "as published")
                .hasSize(5);
    }

    // As model.ModelStore takes users out of models: a complete folder beside, two renames.
    private void rewriteUntil(AtomicBoolean stop) {
        Path models = data.resolve("models");
        try {
            for (int i = 0; !stop.get(); i++) {
                Path fresh = models.resolve(REWRITTEN);
                Files.move(writeModel(models.resolve(".incoming-1/model"), "of " + i), fresh);
                Files.move(models.resolve(VERSION), models.resolve(FORMER));
                Files.move(fresh, models.resolve(VERSION));
                DataFolder.delete(models.resolve(FORMER));
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void backup_noData_isRefused() {
        assertThatThrownBy(() -> BackupSnapshot.of(parent.resolve("elsewhere")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no data of Segue");
    }

    @Test
    void open_databaseOfANewerSegue_isRefusedAndUntouched() throws Exception {
        try (Databases.Opened opened = Databases.open(data)) {
            opened.database()
                    .writeNow(connection -> Statements.update(
                            connection,
                            "INSERT INTO flyway_schema_history SELECT installed_rank + 1000, '999', 'from later', type, script,"
                                    + " checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history"
                                    + " ORDER BY installed_rank DESC LIMIT 1"));
        }

        assertThatThrownBy(() -> Databases.open(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer Segue")
                .hasMessageContaining("999");
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        return texts(new ZipInputStream(Files.newInputStream(zip)));
    }

    private static Map<String, String> entries(BackupSnapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        snapshot.writeTo(bytes);
        return texts(new ZipInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())));
    }
}
