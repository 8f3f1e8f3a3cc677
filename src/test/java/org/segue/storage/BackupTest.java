package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BackupTest {

    private static final String VERSION = "2026-01-02T03-04-05Z-ab12";
    private static final String REWRITTEN = ".rewritten-" + VERSION;
    private static final String FORMER = "." + VERSION;

    @TempDir
    Path parent;

    private Path data;
    private Path target;
    private Path zip;

    @BeforeEach
    void makeData() throws IOException {
        data = Files.createDirectories(parent.resolve("data"));
        target = parent.resolve("restored");
        zip = parent.resolve("backup.zip");
        Path model = Files.createDirectories(data.resolve("models").resolve(VERSION));
        Files.writeString(model.resolve("factors.safetensors"), "embeddings");
        Files.writeString(model.resolve("manifest.json"), "{}");
        Files.writeString(data.resolve("models/active"), VERSION);
        Files.writeString(
                Files.createDirectories(data.resolve("models/.incoming-1")).resolve("manifest.json"), "half");
        Files.writeString(Files.createDirectories(data.resolve("uploads")).resolve("body-1.data"), "no data yet");
    }

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

    // Both halves of a pair are written in one commit, the second much later in the file: a torn copy would have one.
    private static void addPair(Database database, int number) {
        database.writeNow(connection -> {
            Statements.update(connection, "INSERT INTO source (name) VALUES (?)", "left " + number);
            return Statements.update(
                    connection,
                    "INSERT INTO user (public_id, name) VALUES (?, ?)",
                    "right-" + number,
                    "x".repeat(2000));
        });
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
                            .isEqualTo(found.get("models/" + VERSION + "/factors.safetensors"));
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
                .containsEntry("models/" + VERSION + "/manifest.json", "rewritten");
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

    private static Path writeModel(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("factors.safetensors"), content);
        Files.writeString(folder.resolve("manifest.json"), content);
        return folder;
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
    void restore_truncatedAnywhere_isRefusedAndLeavesNothing() throws Exception {
        makeDatabase();
        back(data, zip);
        byte[] whole = Files.readAllBytes(zip);

        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 23, whole.length - 1}) {
            Files.write(zip, java.util.Arrays.copyOf(whole, length));
            assertRefused("no backup of Segue, or only the beginning of one");
        }
    }

    @Test
    void restore_aByteIsDifferent_isRefusedAndLeavesNothing() throws Exception {
        makeDatabase();
        back(data, zip);
        byte[] bytes = Files.readAllBytes(zip);
        // Within the embeddings: elsewhere a bit may mean nothing, as one that copies from another place among many
        // zeros.
        bytes[startOfContent(bytes, "models/" + VERSION + "/factors.safetensors") + 3] ^= 0x10;
        Files.write(zip, bytes);

        assertRefused("damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/tmp/evil",
                "models/../../evil",
                "models/a/b/manifest.json",
                "models/.x/manifest.json",
                "models\\..\\evil",
                "evil\u0007.txt",
                "segue.lock",
                "models/"
            })
    void restore_anEntryThatNoBackupHas_isRefusedAndLeavesNothing(String name) throws Exception {
        makeDatabase();
        Map<String, byte[]> entries = whole();
        entries.put(name, new byte[] {1});
        write(entries);

        assertRefused("which none has");
        assertThat(parent.resolve("evil")).doesNotExist();
    }

    @Test
    void restore_otherFormat_isRefusedWithBoth() throws Exception {
        makeDatabase();
        Map<String, byte[]> entries = whole();
        entries.put("segue-backup.txt", "Segue backup, format 2\n".getBytes(StandardCharsets.UTF_8));
        write(entries);

        assertRefused("format 2");
    }

    @Test
    void restore_databaseIsNone_isRefused() throws Exception {
        makeDatabase();
        Map<String, byte[]> entries = whole();
        entries.put("segue.db", "no database, but long enough to be looked at".getBytes(StandardCharsets.UTF_8));
        write(entries);

        assertRefused("database");
    }

    @Test
    void restore_withoutDatabase_isRefused() throws Exception {
        makeDatabase();
        Map<String, byte[]> entries = whole();
        entries.remove("segue.db");
        write(entries);

        assertRefused("it has no segue.db");
    }

    @Test
    void restore_folderHasData_isRefusedAndUntouched() throws Exception {
        makeDatabase();
        back(data, zip);
        byte[] before = Files.readAllBytes(data.resolve("segue.db"));

        assertThatThrownBy(() -> Restore.into(data, zip))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining("is not empty");
        assertThat(Files.readAllBytes(data.resolve("segue.db"))).isEqualTo(before);
    }

    @Test
    void restore_folderIsInUse_isRefused() throws Exception {
        makeDatabase();
        back(data, zip);
        DataFolder running = new DataFolder(Databases.config(target));

        assertThatThrownBy(() -> Restore.into(target, zip))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by another Segue process");
        running.unlock();
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

    private void makeDatabase() throws IOException {
        try (Databases.Opened opened = Databases.open(data)) {
            addPair(opened.database(), 0);
        }
    }

    private static void back(Path data, Path zip) throws IOException {
        try (BackupSnapshot snapshot = BackupSnapshot.of(data);
                OutputStream out = Files.newOutputStream(zip)) {
            snapshot.writeTo(out);
        }
    }

    private Map<String, byte[]> whole() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        back(data, zip);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        return texts(new ZipInputStream(Files.newInputStream(zip)));
    }

    private static Map<String, String> entries(BackupSnapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        snapshot.writeTo(bytes);
        return texts(new ZipInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())));
    }

    private static Map<String, String> texts(ZipInputStream zip) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    // The first mention of a name is the header of its entry: name and extra field follow their lengths.
    private static int startOfContent(byte[] zip, String name) {
        int start = new String(zip, StandardCharsets.ISO_8859_1).indexOf(name);
        int extra = (zip[start - 2] & 0xff) | (zip[start - 1] & 0xff) << 8;
        return start + name.length() + extra;
    }

    private void assertRefused(String why) throws IOException {
        assertThatThrownBy(() -> Restore.into(target, zip))
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining(why);
        assertThat(names(target)).as("nothing is left").isSubsetOf("segue.lock");
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).toList();
        }
    }
}
