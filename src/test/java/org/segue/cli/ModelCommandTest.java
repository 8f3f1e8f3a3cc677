package org.segue.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.api.Jobs;
import org.segue.songmodel.SongModelReader;
import org.segue.songmodel.SongModelSamples;
import org.segue.storage.BackupSnapshot;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.EmptyService;
import picocli.CommandLine;

/** Song models by the command line, beside a service that runs. */
@QuarkusTest
class ModelCommandTest {

    @TestHTTPResource
    String service = "";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
    }

    // Other classes ask the same service, and an active song model would answer them.
    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    private int run(String... arguments) {
        PrintWriter words = new PrintWriter(said);
        return new CommandLine(new ModelCommand()).setOut(words).setErr(words).execute(arguments);
    }

    private static Path data() {
        return ConfigProvider.getConfig().getValue("segue.data-dir", Path.class);
    }

    @Test
    void import_sendsTheFile_andSaysWhatItNeeds() throws IOException {
        String file = SongModelSamples.write(folder.resolve("m.segue-model"), 6).toString();

        assertThat(run("import", file, "--songs", "4", "--url", service, "--token", AdministratorHeader.TOKEN))
                .as(said.toString())
                .isZero();

        assertThat(said.toString())
                .contains("4 songs of dimension 4 need about 1 MB of memory")
                .contains(": 4 songs. Activated as the first model");
        Files.writeString(folder.resolve("none"), "none");
        assertThat(run(
                        "import",
                        folder.resolve("none").toString(),
                        "--url",
                        service,
                        "--token",
                        AdministratorHeader.TOKEN))
                .isEqualTo(1);
        assertThat(said.toString()).contains("This isn't a song model");
        assertThat(run("import", folder.resolve("missing").toString(), "--url", service))
                .isEqualTo(1);
        assertThat(run("import", file, "--songs", "100000000", "--url", service, "--token", AdministratorHeader.TOKEN))
                .isEqualTo(1);
    }

    @Test
    void export_ofARunningService_writesWhatMayLeaveTheHouse_orAPrivateFile() throws IOException {
        Jobs.importedTable(
                "user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 0,Song 1,3\nArtist 0,Song 2,1\n");
        given().multiPart("file", SongModelSamples.write(folder.resolve("m"), 6).toFile())
                .post("/api/models")
                .then()
                .statusCode(201);
        String version = given().get("/api/models").jsonPath().getString("items[0].version");
        String out = folder.resolve("out").toString();

        assertThat(run("export", version, out, "--data-dir", data().toString())).isEqualTo(1);
        assertThat(said.toString()).contains("no song in it has 5 listeners or more");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(run("export", version, out, "--min-listeners", "0", "--data-dir", data().toString()))
                .isEqualTo(2);
        assertThat(run("export", version, out, "--min-listeners", "1", "--data-dir", data().toString()))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("keep it private");
        assertThat(SongModelReader.manifest(Path.of(out)).listeners().isPrivate())
                .isTrue();
        assertThat(SongModelReader.manifest(Path.of(out)).size().songs()).isEqualTo(3);
        assertThat(run("export", version, out, "--min-listeners", "1", "--data-dir", data().toString()))
                .isEqualTo(1);
        assertThat(run("export", "2026-01-01T00-00-00Z-0000", out + "2", "--data-dir", data().toString()))
                .isEqualTo(1);
    }

    @Test
    void backup_leavesSongModelsOut_unlessAsked() throws IOException {
        given().multiPart("file", SongModelSamples.write(folder.resolve("m"), 6).toFile())
                .post("/api/models")
                .then()
                .statusCode(201);
        String version = given().get("/api/models").jsonPath().getString("items[0].version");

        assertThat(entries(false)).contains("segue.db").noneMatch(name -> name.contains(version));
        assertThat(entries(true)).contains("models/" + version + "/factors.safetensors");
    }

    private static List<String> entries(boolean withSongModels) throws IOException {
        ByteArrayOutputStream backup = new ByteArrayOutputStream();
        try (BackupSnapshot snapshot = BackupSnapshot.of(data(), withSongModels)) {
            snapshot.writeTo(backup);
        }
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(backup.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
