package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.catalog.RecordingKey;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/**
 * Two real tables beside the demo data: HetRec 2011 Last.fm 2K and yes.com, whose licences forbid to ship them. They are
 * looked for in {@code ../shared/data}, or where {@code SEGUE_EVALUATION_DATA} says, as a variable of the environment or a
 * system property.
 */
class TwoSourcesIT {

    private static final int USERS_ASKED = 20;

    private static final Path DATA =
            Path.of(Stream.of(System.getProperty("SEGUE_EVALUATION_DATA"), System.getenv("SEGUE_EVALUATION_DATA"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("../shared/data"));
    private static final Path PLAYS = DATA.resolve("hetrec2011-lastfm-2k/user_artists.dat");
    private static final Path ARTISTS = DATA.resolve("hetrec2011-lastfm-2k/artists.dat");
    private static final Path PLAYLISTS = DATA.resolve("yes_com/playlist_song_counts.tsv.gz");

    /**
     * Whether songs recommended are of the user's own table. Where little speaks for any song, one of another table may come close
     * by chance; what speaks for it is the user's own all the same.
     */
    private final List<Boolean> recommended = new ArrayList<>();

    /** Names of what each user of a source has played. */
    private record Source(Map<String, Set<String>> played, Set<String> all) {

        private static Source of(Stream<String[]> userAndSong) {
            Map<String, Set<String>> played = new HashMap<>();
            Set<String> all = new HashSet<>();
            userAndSong.forEach(cell -> {
                played.computeIfAbsent(cell[0], user -> new HashSet<>()).add(cell[1]);
                all.add(cell[1]);
            });
            return new Source(played, all);
        }

        // Whether somebody else has played two of a user's songs as well: of less nothing can be told.
        private boolean isEnough(String user) {
            return Objects.requireNonNull(played.get(user)).stream()
                            .filter(song -> played.values().stream()
                                            .filter(songs -> songs.contains(song))
                                            .count()
                                    > 1)
                            .count()
                    > 1;
        }
    }

    @Test
    void tablesBesideTheDemo_areNeverMixed() throws Exception {
        boolean present = Stream.of(PLAYS, ARTISTS, PLAYLISTS).allMatch(Files::isReadable);
        if (!present) {
            System.out.println("SKIPPED TwoSourcesIT: no evaluation data in " + DATA + " (set SEGUE_EVALUATION_DATA)");
        }
        assumeTrue(present, "no evaluation data in " + DATA);

        Path folder = ServiceProcess.freshFolder("two-sources");
        try (ServiceProcess service = ServiceProcess.start(folder, true)) {
            ServiceClient client = service.client();
            client.await("/api/status", status -> status.hasNonNull("model"));
            assertImported(client, List.of(PLAYS, ARTISTS), "hetrec", 92_834, 92_834);
            // Some of its songs are one recording under two ids.
            assertImported(client, List.of(PLAYLISTS), "table", 129_507, 129_006);
            JsonNode training = client.post("/api/trainings", "{\"tune\":false}");
            JsonNode trained = client.awaitEnd("/api/trainings/" + training.get("id"));
            assertThat(trained.get("status").textValue()).isEqualTo("completed");
            // One model of three tables that have nothing in common may be behind item-cosine, and does not answer by
            // itself then.
            client.post("/api/models/" + trained.get("model").textValue() + "/activate", "");

            Source hetRec = hetRec();
            JsonNode answer = client.recommend("\"2\"");
            assertThat(answer).isEqualTo(withoutUser(client.recommend("{\"source\":\"hetrec\",\"id\":\"2\"}"), answer));
            assertOwn(answer, "2", hetRec);
            assertEveryone(client, "hetrec", hetRec);
            assertEveryone(client, "table", yesCom());
            assertEveryone(client, "demo", demo());
            assertThat(recommended.stream().filter(own -> !own).count())
                    .as("songs of other tables, of %d", recommended.size())
                    .isLessThanOrEqualTo(recommended.size() / 50);
        }
    }

    private static void assertImported(
            ServiceClient client, List<Path> files, String source, int rows, int interactions) throws Exception {
        JsonNode job = client.awaitEnd("/api/imports/" + client.upload("", files));
        assertThat(job.get("status").textValue()).as("%s", job).isEqualTo("completed");
        assertThat(job.get("source").textValue()).isEqualTo(source);
        assertThat(job.get("rowsRead").intValue()).isEqualTo(rows);
        assertThat(job.get("interactionsAdded").intValue()).isEqualTo(interactions);
        assertThat(job.get("badRows").get("count").intValue()).isZero();
    }

    private void assertEveryone(ServiceClient client, String name, Source source) throws Exception {
        List<String> users = source.played().keySet().stream()
                .sorted()
                .filter(source::isEnough)
                .limit(USERS_ASKED)
                .toList();
        for (String user : users) {
            assertOwn(client.recommend("{\"source\":\"%s\",\"id\":\"%s\"}".formatted(name, user)), user, source);
        }
        if (name.equals("table")) {
            assertOwn(client.recommend("{\"source\":\"table\",\"id\":\"2\"}"), "2", source);
        }
    }

    private void assertOwn(JsonNode answer, String user, Source source) {
        Set<String> played = source.played().get(user);
        assertThat(answer.get("strategy").textValue()).isEqualTo("trained");
        assertThat(answer.get("items")).hasSize(10);
        for (JsonNode item : answer.get("items")) {
            assertThat(name(item)).as("a song for %s", user).isNotIn(played);
            recommended.add(source.all().contains(name(item)));
            assertThat(item.get("reasons")).isNotEmpty();
            for (JsonNode reason : item.get("reasons")) {
                assertThat(name(reason)).as("a reason for %s", user).isIn(played);
            }
        }
    }

    private static JsonNode withoutUser(JsonNode answer, JsonNode like) {
        return ((ObjectNode) answer).set("user", like.get("user"));
    }

    private static String name(JsonNode song) {
        return name(song.get("title").textValue(), song.get("artist").textValue());
    }

    // Of several spellings of one recording an answer has the first.
    private static String name(String title, String artist) {
        return artist.isEmpty() ? title : RecordingKey.of(artist, title);
    }

    private static Source hetRec() throws IOException {
        Map<String, String> names = new HashMap<>();
        ServiceTables.tsv(ARTISTS)
                .forEach(row -> names.put(row.get(0), name(row.get(1).strip(), "")));
        return Source.of(ServiceTables.tsv(PLAYS).stream()
                .map(row -> new String[] {row.get(0), names.get(row.get(1))}));
    }

    private static Source yesCom() throws IOException {
        return Source.of(ServiceTables.tsv(PLAYLISTS).stream().map(row ->
                new String[] {row.get(0), name(row.get(2).strip(), row.get(3).strip())}));
    }

    // The demo names a song in its first row alone.
    private static Source demo() throws IOException {
        Map<String, String> names = new HashMap<>();
        ServiceTables.csv(ServiceTables.DEMO)
                .forEach(row -> names.putIfAbsent(
                        row.get(1), name(row.get(3).strip(), row.get(4).strip())));
        return Source.of(ServiceTables.csv(ServiceTables.DEMO).stream()
                .map(row -> new String[] {row.get(0), names.get(row.get(1))}));
    }
}
