package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused as a backup, or as a place for one, and leaves nothing. */
class RestoreTest extends BackupTests {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER spy AFTER INSERT ON listen BEGIN DELETE FROM user; END",
                "CREATE TRIGGER artist_gone AFTER DELETE ON song BEGIN DELETE FROM user; END",
                "CREATE VIEW spy AS SELECT * FROM access_token",
                "CREATE VIRTUAL TABLE spy USING fts5 (words)",
                "CREATE VIRTUAL TABLE spy USING fts3 (words)"
            })
    void restore_databaseHasWhatRunsByItself_andNoMigrationMakes_isRefused(String sql) throws Exception {
        makeDatabase();
        Damage.run(data.resolve("segue.db"), "DROP TRIGGER artist_gone");
        Damage.run(data.resolve("segue.db"), sql);
        back(data, zip);

        assertRefused("what no Segue makes");
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
}
