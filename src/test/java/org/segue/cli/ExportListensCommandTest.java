package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.api.Jobs;
import org.segue.testsupport.EmptyService;
import picocli.CommandLine;

/** All plays as lines for a training elsewhere, beside a service that runs. */
@QuarkusTest
class ExportListensCommandTest {

    private static final String MBID = "2cd0d8c5-9ad7-4e8b-8c3a-0a9ad4b4a3a1";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
    }

    private int run(Path file, Path data) {
        PrintWriter words = new PrintWriter(said);
        return new CommandLine(new ExportListensCommand())
                .setOut(words)
                .setErr(words)
                .execute(file.toString(), "--data-dir", data.toString());
    }

    private static Path data() {
        return ConfigProvider.getConfig().getValue("segue.data-dir", Path.class);
    }

    private static void importSome() {
        Jobs.importedTable(
                "user=anna",
                "artist,title,album,mbid,listened_at\nArtist A,Song 1,Album,%s,2023-11-14T22:13:20Z\nArtist A,Song 1,Album,%s,2023-11-14T23:13:20Z\n"
                        .formatted(MBID, MBID));
        Jobs.importedTable("user=ben", "artist,title,plays\nArtist A,Song 2,7\nArtist A,Song 1,2\n");
    }

    @Test
    void export_writesALineAPlay_andOneForPlaysWithoutATime_inTheShapeThatSparkReads() throws IOException {
        importSome();
        Path file = folder.resolve("listens.jsonl");

        assertThat(run(file, data())).as(said.toString()).isZero();

        List<String> lines = Files.readAllLines(file);
        String anna = number(lines.get(0));
        String ben = number(lines.get(2));
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        played(anna, 1_700_000_000L),
                        played(anna, 1_700_003_600L),
                        "{\"user_id\":%s,\"track_metadata\":{\"artist_name\":\"Artist A\",\"track_name\":\"Song 2\"},\"plays\":7}"
                                .formatted(ben),
                        "{\"user_id\":%s,%s,\"plays\":2}".formatted(ben, FIRST));
        assertThat(Files.readString(file)).doesNotContain("anna", "ben");
        assertThat(said.toString()).contains("4 lines");
        assertThat(folder.resolve("listens.jsonl.part")).doesNotExist();
    }

    private static final String FIRST =
            "\"track_metadata\":{\"artist_name\":\"Artist A\",\"track_name\":\"Song 1\",\"release_name\":\"Album\",\"additional_info\":{\"recording_mbid\":\"%s\"}}"
                    .formatted(MBID);

    private static String played(String user, long at) {
        return "{\"user_id\":%s,%s,\"listened_at\":%d}".formatted(user, FIRST, at);
    }

    private static String number(String line) throws IOException {
        JsonNode user = new ObjectMapper().readTree(line).path("user_id");
        assertThat(user.isInt()).isTrue();
        return user.asText();
    }

    @Test
    void export_compressed_isTheSame() throws IOException {
        importSome();

        assertThat(run(folder.resolve("plain.jsonl"), data())).isZero();
        assertThat(run(folder.resolve("packed.jsonl.gz"), data())).isZero();

        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve("packed.jsonl.gz")))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(folder.resolve("plain.jsonl")));
        }
    }

    @Test
    void export_whereAFileIs_orNothingElseCanBe_isRefusedAndLeavesNothing() throws IOException {
        importSome();
        Path there = Files.writeString(folder.resolve("there"), "mine");

        assertThat(run(there, data())).isEqualTo(1);
        assertThat(there).hasContent("mine");
        assertThat(run(folder.resolve("missing").resolve("x"), data())).isEqualTo(1);
        assertThat(run(folder.resolve("x"), folder.resolve("no-data"))).isEqualTo(1);
        assertThat(said.toString()).contains("exists already", "missing", "There are no data of Segue");
        try (var inside = Files.list(folder)) {
            assertThat(inside).containsExactly(there);
        }
    }
}
