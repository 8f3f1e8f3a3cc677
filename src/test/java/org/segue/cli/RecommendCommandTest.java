package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.imports.ImportOptions;
import org.segue.listens.Measure;
import org.segue.training.InProcessRunner;
import picocli.CommandLine;

class RecommendCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void recommend_tableOfTwoTastes_printsTheSongOfTheSameTaste() throws IOException {
        int exitCode = run(
                new RecommendCommand(), "--data", twoTastes(), "--user", "rock-0", "-n", "1", "--embedding-dim", "4");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("  1. Rock 0 – The Rocks  (");
        assertThat(err.toString()).contains("8 users, 8 songs, 24 interactions").contains("epoch 8 of 8");
    }

    @Test
    void recommend_explicitObjective_saysTheErrorOnTheTestPart() throws IOException {
        int exitCode = run(
                "--data",
                twoTastes(),
                "--user",
                "rock-0",
                "--objective",
                "explicit",
                "--value-column",
                "plays",
                "--embedding-dim",
                "4",
                "--epochs",
                "2",
                "--batch-size",
                "8");

        assertThat(exitCode).isZero();
        assertThat(err.toString()).contains("mean squared error on the test part");
        assertThat(out.toString().lines()).hasSizeBetween(1, 8);
    }

    @Test
    void recommend_archives_areReadAsAnImportReadsThem() throws IOException {
        byte[] table = Files.readAllBytes(Path.of(twoTastes()));
        byte[] tarred = packed(new ByteArrayOutputStream(), bytes -> {
            TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
            TarArchiveEntry entry = new TarArchiveEntry("tables/table.csv");
            entry.setSize(table.length);
            tar.putArchiveEntry(entry);
            tar.write(table);
            tar.closeArchiveEntry();
            tar.finish();
        });
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("ReadMe.txt"));
            zip.write("nothing to hear".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("table.csv"));
            zip.write(table);
        }
        Map<String, byte[]> archives = Map.of(
                "table.zip",
                zipped.toByteArray(),
                "table.tar.gz",
                packed(new ByteArrayOutputStream(), bytes -> {
                    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                        gzip.write(tarred);
                    }
                }),
                "table.csv.zst",
                packed(new ByteArrayOutputStream(), bytes -> {
                    try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
                        zstd.write(table);
                    }
                }));
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            Path file = Files.write(folder.resolve(archive.getKey()), archive.getValue());
            FileInteractions read = FileInteractions.read(List.of(file), ImportOptions.auto());

            assertThat(read.matrix()).as(archive.getKey()).returns(8, matrix -> matrix.users());
            assertThat(read.words(0)).as(archive.getKey()).isEqualTo("Rock 1 – The Rocks");
            assertThat(read.complaint()).isNull();
        }
        assertThat(run(
                        "--data",
                        folder.resolve("table.tar.gz").toString(),
                        "--user",
                        "rock-0",
                        "-n",
                        "1",
                        "--embedding-dim",
                        "4"))
                .isZero();
        assertThat(out.toString()).startsWith("  1. Rock 0 – The Rocks  (");
    }

    private interface Packing {
        void into(ByteArrayOutputStream bytes) throws IOException;
    }

    private static byte[] packed(ByteArrayOutputStream bytes, Packing packing) throws IOException {
        packing.into(bytes);
        return bytes.toByteArray();
    }

    @Test
    void recommend_historyThatNamesNobody_isTheUsers() throws IOException {
        Path history = Files.writeString(
                folder.resolve("history.csv"),
                "The Rocks,,Rock 1,23 Feb 2016 17:59\nThe Rocks,,Rock 2,23 Feb 2016 18:05\n");

        assertThat(run("--data", twoTastes(), history.toString(), "--user", "me", "-n", "2", "--embedding-dim", "4"))
                .isZero();
        assertThat(err.toString()).contains("9 users").doesNotContain("do not name the user");
    }

    @Test
    void read_ratingsBesidePlays_leavesOutWhatComesLast() throws IOException {
        Path ratings = Files.writeString(folder.resolve("ratings.csv"), "user,song,rating\nrock-0,x,5\nrock-1,x,4\n");
        FileInteractions read = FileInteractions.read(List.of(Path.of(twoTastes()), ratings), ImportOptions.auto());

        assertThat(read.measure()).isEqualTo(Measure.PLAYS);
        assertThat(read.matrix().interactions()).isEqualTo(24);
        assertThat(read.complaint()).startsWith("2 rows are left out");
    }

    @Test
    void recommend_tableThatIsNotAllUnderstood_saysSo() throws IOException {
        Path table = Files.writeString(
                folder.resolve("mine.csv"), "artist,title,mood,date\nThe Rocks,Rock 1,x,12/10/2017\n");
        String[] arguments = {"--data", twoTastes(), table.toString(), "--user", "me", "-n", "2", "--embedding-dim", "4"
        };

        assertThat(run(arguments)).isEqualTo(1);
        assertThat(err.toString()).contains("“date”", "12/10/2017", "dateOrder=dmy");
        String[] decided = Stream.concat(Stream.of(arguments), Stream.of("--date-order", "dmy", "--zone", "UTC"))
                .toArray(String[]::new);
        assertThat(run(decided)).isZero();
        assertThat(err.toString()).contains("unused columns: “mood”");
        assertThat(run("--data", table.toString(), "--user", "me", "--date-order", "x"))
                .isEqualTo(2);
        assertThat(run("--data", table.toString(), "--user", "me", "--zone", "Mars"))
                .isEqualTo(2);
    }

    @Test
    void recommend_unknownUser_saysSoAndPrintsWhatMostPlay() throws IOException {
        int exitCode = run("--data", twoTastes(), "--user", "nobody", "-n", "2", "--embedding-dim", "4");

        assertThat(exitCode).isZero();
        assertThat(err.toString()).contains("The files do not name the user nobody");
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void recommend_halfLife_isATimeInThePlaceOfWhen() throws IOException {
        String[] asked = {"--data", twoTastes(), "--user", "rock-0", "-n", "1", "--embedding-dim", "4", "--half-life"};
        assertThat(run(with(asked, "PT6H"))).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(run(with(asked, "PT4M"))).isNotZero();
        assertThat(err.toString()).contains("PT4M", "from PT5M to P3650D");
        assertThat(run(with(asked, "PT6H", "--when", "now"))).isNotZero();
        assertThat(err.toString()).contains("give one or the other");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void recommend_missingFile_saysWhich() {
        assertThat(run("--data", "no-such-file.csv", "--user", "a")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file no-such-file.csv");
    }

    @Test
    void recommend_fileOfNoFormat_saysWhatWasExpected() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n");

        assertThat(run("--data", file.toString(), "--user", "a")).isEqualTo(1);
        assertThat(err.toString())
                .contains("recognize the format of " + file + ".\n")
                .contains("Dear all");
    }

    @Test
    void recommend_dimensionOutOfRange_namesIt() throws IOException {
        assertThat(run("--data", twoTastes(), "--user", "rock-0", "--embedding-dim", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--embedding-dim must be 1 to 1024, but is 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--embedding-dim | 99999999999 | --embedding-dim must be a whole number from 1 to 1024, but is 99999999999",
                "--epochs | many | --epochs must be a whole number from 1 to 10000, but is many",
                "--learning-rate | 11 | --learning-rate must be above 0, at most 10, but is 11.0",
                "--regularization | x | --regularization must be a number from 0 to 1000000, but is x",
                "-n | 0 | it must be a whole number from 1 to 2147483647, but is 0",
                "-n | 99999999999 | it must be a whole number from 1 to 2147483647, but is 99999999999",
            })
    void recommend_valueOutOfRange_namesTheLimits(String option, String value, String words) throws IOException {
        assertThat(run("--data", twoTastes(), "--user", "rock-0", option, value))
                .isEqualTo(2);
        assertThat(err.toString()).contains(words);
    }

    @Test
    void recommend_everySongHeard_saysThatNothingIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("all.csv"), "user,song\na,s1\na,s2\nb,s1\nb,s2\n");

        assertThat(run("--data", file.toString(), "--user", "a", "--no-tune", "--epochs", "1"))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Nothing is left to recommend to a: every song of the files has been heard.");
    }

    @Test
    void recommend_unknownObjective_namesTheKnownOnes() throws IOException {
        assertThat(run("--data", twoTastes(), "--user", "rock-0", "--objective", "best"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("illegal --objective: best, must be one of [implicit, explicit]");
    }

    private int run(String... arguments) {
        return run(new RecommendCommand(new InProcessRunner()), arguments);
    }

    private int run(RecommendCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    // Four users a taste, each of whom has heard all songs of the taste but one.
    private String twoTastes() throws IOException {
        List<String> rows = new ArrayList<>(List.of("user_id,song_id,plays,title,artist"));
        for (String taste : List.of("Rock", "Jazz")) {
            for (int user = 0; user < 4; user++) {
                for (int song = 0; song < 4; song++) {
                    if (song != user) {
                        rows.add("%1$s-%2$d,%1$s%3$d,%4$d,%5$s %3$d,The %5$ss"
                                .formatted(taste.toLowerCase(java.util.Locale.ROOT), user, song, song + 1, taste));
                    }
                }
            }
        }
        return Files.write(folder.resolve("table.csv"), rows).toString();
    }
}
