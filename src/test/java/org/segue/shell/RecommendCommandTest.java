package org.segue.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecommendCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void recommend_tableOfTwoTastes_printsTheSongOfTheSameTaste() throws IOException {
        int exitCode = run("--data", twoTastes(), "--user", "rock-0", "-n", "1", "--embedding-dim", "4");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("  1. Rock 0 – The Rocks  (");
        assertThat(err.toString()).contains("8 users, 8 songs, 24 interactions").contains("epoch 15 of 15");
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
    void recommend_unknownUser_saysSoAndPrintsWhatMostPlay() throws IOException {
        int exitCode = run("--data", twoTastes(), "--user", "nobody", "-n", "2", "--embedding-dim", "4");

        assertThat(exitCode).isZero();
        assertThat(err.toString()).contains("The files do not name the user nobody");
        assertThat(out.toString().lines()).hasSize(2);
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
                .contains("letter.txt is of no format that Segue reads")
                .contains("Dear all");
    }

    @Test
    void recommend_dimensionOutOfRange_namesIt() throws IOException {
        assertThat(run("--data", twoTastes(), "--user", "rock-0", "--embedding-dim", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("illegal dimension: 0");
    }

    @Test
    void recommend_unknownObjective_namesTheKnownOnes() throws IOException {
        assertThat(run("--data", twoTastes(), "--user", "rock-0", "--objective", "best"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("illegal --objective: best, must be one of [implicit, explicit]");
    }

    private int run(String... arguments) {
        return new CommandLine(new RecommendCommand())
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
