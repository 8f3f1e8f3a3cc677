package org.segue.cli;

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
import org.segue.training.InProcessRunner;
import picocli.CommandLine;

/** Songs for one user by what is owned. */
class RecommendOwnedCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private String library() throws IOException {
        // Another source's ids: two songs are the same by artist and title, in another spelling.
        return Files.writeString(
                        folder.resolve("library.csv"),
                        "user,song,title,artist,plays\nshelf,x1,song 2,ARTIST 2,1\nshelf,x2,Song 4,Artist 4,1\n")
                .toString();
    }

    private String table() throws IOException {
        StringBuilder rows = new StringBuilder("user,song,title,artist,plays\n");
        for (int user = 0; user < 8; user++) {
            for (int song = 0; song < 8; song++) {
                if ((user + song) % 4 > 1 || (user > 0 && song % 3 == 0)) {
                    rows.append("u%d,s%d,Song %d,Artist %d,%d%n".formatted(user, song, song, song, 1 + song % 3));
                }
            }
        }
        return Files.writeString(folder.resolve("table.csv"), rows.toString()).toString();
    }

    private List<String> songs(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--data", table(), "--user", "u0", "-n", "8", "--embedding-dim", "4", "--epochs", "3"));
        arguments.addAll(List.of(more));
        out.getBuffer().setLength(0);
        int exitCode = new CommandLine(new RecommendCommand(new InProcessRunner()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString()
                .lines()
                .map(line -> line.replaceAll("^ *\\d+\\. (Song \\d).*", "$1"))
                .toList();
    }

    @Test
    void owned_only_missing_andPrefer() throws IOException {
        List<String> any = songs();
        List<String> owned = any.stream()
                .filter(song -> song.equals("Song 2") || song.equals("Song 4"))
                .toList();

        assertThat(owned).isNotEmpty().hasSizeLessThan(any.size());
        assertThat(songs("--owned", "only", "--library", library())).isEqualTo(owned);
        assertThat(songs("--owned", "missing", "--library", library()))
                .isEqualTo(any.stream().filter(song -> !owned.contains(song)).toList());
        assertThat(songs("--owned", "prefer", "--library", library())).containsExactlyInAnyOrderElementsOf(any);
        assertThat(songs("--owned", "any")).isEqualTo(any);
    }

    @Test
    void owned_withoutALibrary_orAnotherWord_isRefused() throws IOException {
        for (String[] wrong : new String[][] {{"--owned", "only"}, {"--owned", "mine", "--library", library()}}) {
            List<String> arguments = new ArrayList<>(List.of("--data", table(), "--user", "u0"));
            arguments.addAll(List.of(wrong));
            int exitCode = new CommandLine(new RecommendCommand(new InProcessRunner()))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments.toArray(String[]::new));

            assertThat(exitCode).isEqualTo(2);
        }
        assertThat(err.toString()).contains("--owned needs --library", "mine");
    }
}
