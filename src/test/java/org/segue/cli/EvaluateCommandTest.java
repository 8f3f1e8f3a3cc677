package org.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.training.InProcessRunner;
import picocli.CommandLine;

class EvaluateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void evaluate_twoTastes_findsTheModelAheadOfPopularity() throws IOException {
        int exitCode = run(tastes(), "--splits", "2", "--embedding-dim", "4");

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "Split 1 at random, 40 test users",
                        "Split 2 at random, 40 test users",
                        "Mean of 2 splits at random, 40 test users");
        String mean = out.toString().substring(out.toString().indexOf("Mean of"));
        assertThat(ndcg(mean, "model")).isGreaterThan(ndcg(mean, "popularity") + 0.1);
        assertThat(mean).contains("item-cosine ").contains("model - item-cosine, paired: NDCG@10 ");
    }

    @Test
    void evaluate_sameArgumentsInAWorkerProcess_printsTheSameFigures() throws IOException {
        run(new EvaluateCommand(), tastes(), "--embedding-dim", "4");
        String first = out.toString();
        out.getBuffer().setLength(0);
        run(tastes(), "--embedding-dim", "4");

        assertThat(first).startsWith("One split at random, 40 test users").isEqualTo(out.toString());
    }

    @Test
    void evaluate_households_areFoundMoreWithABackground() throws IOException {
        int exitCode = run(tastes(), "--embedding-dim", "4", "--no-tune", "--household", "1,3", "--households", "6");

        assertThat(exitCode).as(err.toString()).isZero();
        String one = out.toString().substring(out.toString().indexOf("Households of 1, 6 drawn"));
        assertThat(ndcg(one, "alone")).as("one's own songs are all there is").isZero();
        String three = one.substring(one.indexOf("Households of 3"));
        assertThat(ndcg(three, "background")).isGreaterThan(ndcg(three, "alone") + 0.05);
        assertThat(ndcg(three, "background")).isGreaterThan(ndcg(three, "popular") + 0.05);
        assertThat(one).contains("Households of 3, 6 drawn", "background - popular, paired: NDCG@10 ");
    }

    @Test
    void evaluate_moreAdventure_isMoreNovel() throws IOException {
        int exitCode = run(tastes(), "--embedding-dim", "4", "--no-tune", "--adventure", "0,0.5,1");

        assertThat(exitCode).as(err.toString()).isZero();
        String strayed = out.toString().substring(out.toString().indexOf("First split, by adventure"));
        assertThat(ndcg(strayed, "adventure 0.0")).isEqualTo(ndcg(out.toString(), "model"));
        assertThat(novelty(strayed, "adventure 0.0")).isLessThan(novelty(strayed, "adventure 1.0"));
        assertThat(novelty(strayed, "adventure 0.5"))
                .isBetween(novelty(strayed, "adventure 0.0"), novelty(strayed, "adventure 1.0"));
        assertThat(run(tastes(), "--adventure", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("adventure must be 0 to 1, but is 2.0");
    }

    @Test
    void evaluate_householdsThatCannotBe_areRefused() throws IOException {
        assertThat(run(tastes(), "--household", "0")).isEqualTo(2);
        assertThat(run(tastes(), "--embedding-dim", "4", "--no-tune", "--household", "41"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("too few for a household of 41");
    }

    @Test
    void evaluate_shortHistories_saysThatNobodyCanBeTestedOn() throws IOException {
        Path table = Files.writeString(folder.resolve("short.csv"), "user_id,song_id,plays\na,x,1\nb,x,2\nb,y,1\n");

        assertThat(run(table.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Not enough data to test: no user has at least 5 songs shared with others");
    }

    @Test
    void evaluate_noSplit_isRefused() throws IOException {
        assertThat(run(tastes(), "--splits", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("it must be a whole number from 1 to 2147483647, but is 0");
    }

    @Test
    void evaluate_missingFile_saysWhich() {
        assertThat(run("no-such-file.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file no-such-file.csv");
    }

    @Test
    void evaluate_datedListens_namesTheSplitAndTheBaselineWithSessions() throws IOException {
        int exitCode = run(listens(), "--embedding-dim", "4", "--no-tune");

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("One split by time, ")
                .contains("with sessions  ", "model - item-cosine with sessions, paired: NDCG@10 ");
        out.getBuffer().setLength(0);
        assertThat(run(listens(), "--embedding-dim", "4", "--no-tune", "--hold-out", "session"))
                .isZero();
        assertThat(out.toString()).startsWith("One split by session, ");
        out.getBuffer().setLength(0);
        assertThat(run(listens(), "--embedding-dim", "4", "--no-tune", "--hold-out=random"))
                .isZero();
        assertThat(out.toString()).startsWith("One split at random, ");
    }

    @Test
    void evaluate_unknownHoldOut_isRefused() throws IOException {
        assertThat(run(tastes(), "--hold-out", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("illegal --hold-out: none, must be one of [random, time, session]");
        assertThat(run(tastes(), "--hold-out", "time", "--random")).isEqualTo(2);
    }

    @Test
    void evaluate_background_foldsTheOthersInOneAtATime() throws IOException {
        int exitCode = run(listens(), "--embedding-dim", "4", "--no-tune", "--background", "6,all", "--known", "4,1,2");

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString())
                .startsWith("Folded in one at a time, split by time, 18 test users")
                .contains("of 6 - all together, paired: NDCG@10 ", "of 20 - all together, paired: NDCG@10 ")
                .contains("folded in - popular, paired: NDCG@10 ", "folded in - item-cosine, paired: NDCG@10 ");
        assertThat(ndcg(out.toString(), "of 20")).isGreaterThan(ndcg(out.toString(), "popular"));
        assertThat(out.toString().indexOf("The first 1 songs known"))
                .isBetween(0, out.toString().indexOf("The first 2 songs known"));
    }

    @Test
    void evaluate_backgroundThatCannotBe_isRefused() throws IOException {
        assertThat(run(tastes(), "--background", "some")).isEqualTo(2);
        assertThat(err.toString()).contains("illegal --background: some, must be a number of users or all");
        assertThat(run(tastes(), "--known", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("illegal --known: it goes with --background");
        assertThat(run(tastes(), "--background", "all", "--known", "40", "--no-tune", "--embedding-dim", "4"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("Not enough data to test: too few users outside the background data have enough songs.");
    }

    private int run(String... arguments) {
        return run(new EvaluateCommand(new InProcessRunner()), arguments);
    }

    private int run(EvaluateCommand command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static double ndcg(String table, String recommender) {
        Matcher row =
                Pattern.compile("(?m)^%s +([0-9.]+) ".formatted(recommender)).matcher(table);
        assertThat(row.find()).as(table).isTrue();
        return Double.parseDouble(row.group(1));
    }

    private static double novelty(String table, String recommender) {
        Matcher row = Pattern.compile("(?m)^%s .* ([0-9.]+) \\([0-9.]+ to [0-9.]+\\)$".formatted(recommender))
                .matcher(table);
        assertThat(row.find()).as(table).isTrue();
        return Double.parseDouble(row.group(1));
    }

    // Twenty users a taste, each with sessions of five songs, a day apart.
    private String listens() throws IOException {
        List<String> rows = new ArrayList<>(List.of("user_id,song_id,timestamp"));
        for (String taste : List.of("rock", "jazz")) {
            for (int user = 0; user < 20; user++) {
                for (int k = 0; k < 15; k++) {
                    rows.add("%1$s-%2$d,%1$s-song-%3$d,%4$d"
                            .formatted(
                                    taste,
                                    user,
                                    (user + k * k) % 15 + k,
                                    1_700_000_000L + 86_400L * (k / 5) + 200L * k));
                }
            }
        }
        return Files.write(folder.resolve("listens.csv"), rows).toString();
    }

    // Twenty users a taste, each with ten of its fifteen songs.
    private String tastes() throws IOException {
        List<String> rows = new ArrayList<>(List.of("user_id,song_id,plays"));
        for (String taste : List.of("rock", "jazz")) {
            for (int user = 0; user < 20; user++) {
                for (int k = 0; k < 10; k++) {
                    rows.add("%1$s-%2$d,%1$s-song-%3$d,%4$d".formatted(taste, user, (user + k * k) % 15 + k, k + 1));
                }
            }
        }
        return Files.write(folder.resolve("table.csv"), rows).toString();
    }
}
