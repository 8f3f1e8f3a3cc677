package org.segue.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeSubsonic;
import org.segue.testsupport.Services;
import picocli.CommandLine;

@QuarkusTest
@TestProfile(Services.Trainings.class)
class SetupCommandTest {

    private static final long HALF_A_YEAR = 180 * 86_400L;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TestHTTPResource
    String service = "";

    @TempDir
    Path folder;

    @Test
    void setup_oneListener_importsTrainsAndSaysWhatIsMissing() throws IOException {
        EmptyService.now();
        Path plays = plays("plays.csv", "anna", Instant.now().getEpochSecond() - HALF_A_YEAR);

        int exitCode = setup("Anna", "no-such.csv", plays.toString(), "", "", "n", "n", "", "", "y");

        assertThat(exitCode).as(err.toString() + out).isZero();
        assertThat(out.toString())
                .contains(
                        "Here are 0 listeners, 0 background listeners and 0 songs.",
                        "There is no file no-such.csv that can be read.",
                        "60 plays",
                        "Import 60 plays for Anna? [Y/n]",
                        "60 plays added, 0 were here already.",
                        "ListenBrainz’s public listens: cannot be had now.",
                        "No new songs for Anna yet.",
                        "There is nobody else to learn from yet.",
                        "Not played for a while:");
    }

    @Test
    void setup_dataSetAsBackground_recommendsSongsOfOthers() throws IOException {
        EmptyService.now();
        Path own = plays("own.csv", "bo", 1_700_000_000L);
        List<String> rows = new ArrayList<>(List.of("user,song,title,artist,plays"));
        for (int user = 0; user < 30; user++) {
            for (int song = 0; song < 20; song++) {
                rows.add("stranger-%d,song-%d,Song %d,Artist %d,1"
                        .formatted(user, (user + song) % 30, (user + song) % 30, song % 3));
            }
        }
        Path strangers = Files.write(folder.resolve("strangers.csv"), rows);

        int exitCode = setup("Bo", own.toString(), "y", "", "", "n", "", "2", strangers.toString(), "y", "y");

        assertThat(exitCode).as(err.toString() + out).isZero();
        assertThat(out.toString())
                .contains(
                        "Learn from 30 listeners in it?",
                        "30 listeners are in the background now.",
                        "For Bo:",
                        "because of");
    }

    @Test
    void setup_songModelOfAFile_saysItsLicence_andRecommendsWithoutATraining() throws IOException {
        EmptyService.now();
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\nArtist 2,Song 7,1\n");
        Path model = SongModelSamples.write(folder.resolve("made.segue-model"), 40);

        int exitCode = setup("Bo", own.toString(), "y", "", "", "n", "", "3", "", model.toString(), "y", "n");

        assertThat(exitCode).as(err.toString() + out).isZero();
        assertThat(out.toString())
                .contains(
                        "40 songs, learned from 12,000 listeners (made, 2026-11, https://example.org/data); licence CC0-1.0.",
                        "Segue recommends from the song model unless another model answers.",
                        "For Bo:",
                        "because of");
        EmptyService.now();
    }

    @Test
    void setup_musicServer_isConnectedAndSynced_aWrongPasswordIsAskedAgain() {
        EmptyService.now();
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME)) {
            server.library().songs(FakeLibrary.many(20));
            server.library().account("carla", "carlas secret");
            String address = server.address().toString();

            setup(
                    "Carla",
                    "",
                    "y",
                    "1",
                    "ftp://x",
                    address,
                    "carla",
                    "wrong",
                    "n",
                    "carlas secret",
                    "y",
                    "n",
                    "",
                    "",
                    "n");

            assertThat(out.toString())
                    .contains("Is there a music server", "20 songs on the server.")
                    .doesNotContain("carlas secret");
            assertThat(given().get("/api/libraries").jsonPath().getList("items.name"))
                    .containsExactly("127.0.0.1");

            out.getBuffer().setLength(0);
            setup("Dora", "", "y", "1", "nobody", "x", "n", "x", "n", "x", "n", "n", "", "", "n");
            assertThat(out.toString()).contains("Which server?", "The server was left out. Connect it later");
        }
    }

    @Test
    void setup_wrongToken_isAskedAgain_andRefusedInWords() {
        int exitCode = run("one\ntwo\nthree\n", "--url", service);

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString()).contains("Segue does not take this token");
        assertThat(err.toString()).contains("Segue refused 3 tokens");
    }

    @Test
    void setup_answersThatEnd_saysThatTheRestIsLeft() {
        assertThat(setup()).isEqualTo(1);
        assertThat(err.toString()).contains("There are no more answers. What is done is kept");
    }

    @Test
    void setup_nothingAtTheAddress_saysSo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(run("", "--url", "http://127.0.0.1:" + port, "--token", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("Nothing answers at http://127.0.0.1:%d/".formatted(port));
        assertThat(run("", "--url", "not an address", "--token", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("not an address is no address");
    }

    private int setup(String... answers) {
        return run(
                String.join("\n", answers) + (answers.length == 0 ? "" : "\n"),
                "--url",
                service,
                "--token",
                AdministratorHeader.TOKEN);
    }

    private int run(String answers, String... arguments) {
        return new CommandLine(new SetupCommand(new StringReader(answers), null))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path plays(String name, String user, long from) throws IOException {
        List<String> rows = new ArrayList<>(List.of("user,song,title,artist,timestamp"));
        for (int k = 0; k < 60; k++) {
            rows.add("%s,song-%d,Song %d,Artist %d,%d"
                    .formatted(user, k % 12, k % 12, k % 3, from + 86_400L * (k / 6) + 200L * k));
        }
        return Files.write(folder.resolve(name), rows);
    }
}
