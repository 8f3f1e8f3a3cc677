package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.catalog.User;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.ImportOptions.Worth;
import org.segue.jobs.JobStatus;

/** Of a public dump: who and what is taken, and what strangers are called. */
class WorthTakingTest extends WithRunningImports {

    private static final long MONDAY = 1_700_000_000L / 86_400 * 86_400;
    private static final Worth WORTH = new Worth(3, 6, 10, 8, 2);

    private final List<String> lines = new ArrayList<>();

    private void plays(String user, int plays, int songs, long from, long apart) {
        for (int play = 0; play < plays; play++) {
            lines.add(("{\"user_id\":1,\"user_name\":\"%s\",\"timestamp\":%d,\"recording_msid\":null,"
                            + "\"track_metadata\":{\"artist_name\":\"Artist\",\"track_name\":\"Song %d\"}}")
                    .formatted(user, from + play * apart, play % songs));
        }
    }

    private ImportJob dump(@Nullable Integer maxUsers, long seed) throws IOException {
        Collections.shuffle(lines, new Random(seed));
        ImportOptions options =
                new ImportOptions(ImportOptions.AUTO, null, null, null, new Background(maxUsers, seed, WORTH));
        return imports.run(options, bytes(String.join("\n", lines) + "\n"));
    }

    /** How many listens each user has, by name. */
    private Map<String, Integer> listens() {
        return imports
                .database
                .query(
                        "SELECT u.name, count(*) FROM listen l JOIN user u ON u.id = l.user_id GROUP BY 1 ORDER BY 1",
                        row -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void run_listenersOfTooFewOrTooManySongs_andRobots_areLeftOut() throws IOException {
        plays("few", 9, 2, MONDAY, 20_000);
        plays("many", 9, 7, MONDAY, 20_000);
        plays("robot", 12, 5, MONDAY, 300);
        plays("right", 8, 4, MONDAY, 20_000);
        plays("night", 9, 4, MONDAY + 86_400 - 1500, 300);
        plays("other", 5, 5, MONDAY, 20_000);

        ImportJob job = dump(null, 0);

        assertThat(job.status()).as(job.error()).isEqualTo(JobStatus.COMPLETED);
        assertThat(listens().values()).containsExactlyInAnyOrder(8, 8, 4);
        assertThat(imports.rows("song")).as("the fifth song has one listener").isEqualTo(4);
        assertThat(job.counts().notes())
                .anyMatch(note ->
                        note.text().startsWith("3 of 6 listeners were imported: 3 have 3 to 6 different songs"));
    }

    @Test
    void run_newestPlays_areTaken() throws IOException {
        plays("long", 24, 4, MONDAY, 20_000);
        plays("short", 4, 4, MONDAY, 20_000);

        dump(null, 0);

        assertThat(imports.database.query(
                        "SELECT min(listened_at), count(*) FROM listen GROUP BY user_id ORDER BY 2",
                        row -> row.getLong(1) - MONDAY + ":" + row.getInt(2)))
                .containsExactly("0:4", 16 * 20_000 + ":8");
    }

    @Test
    void run_maxUsers_areChosenAmongThoseWhoAreWorthIt_theSameInAnyOrder() throws IOException {
        for (int user = 0; user < 20; user++) {
            plays("few" + user, 2, 2, MONDAY, 20_000);
            plays("right" + user, 4, 4, MONDAY, 20_000);
        }

        ImportJob first = dump(5, 1);
        Map<String, Integer> chosen = listens();
        imports.undo(first.id());
        dump(5, 1);

        assertThat(chosen).hasSize(5);
        assertThat(listens()).isEqualTo(chosen);
    }

    @Test
    void run_namesOfStrangers_areNowhereInTheDatabase() throws IOException {
        plays("stranger", 4, 4, MONDAY, 20_000);
        plays("another", 4, 4, MONDAY, 20_000);

        dump(null, 0);

        assertThat(listens().keySet()).allMatch(name -> name.matches("~[0-9a-f]{32}"));
        assertThat(imports.database.query(
                        "SELECT public_id || ' ' || external_id FROM user JOIN user_alias ON user_id = id",
                        row -> row.getString(1)))
                .hasSize(2)
                .allMatch(text -> text.matches("listenbrainz:~[0-9a-f]{32} ~[0-9a-f]{32}"));
    }

    @Test
    void run_somebodyOfTheHouse_isKnownByTheName_andTakenWhole() throws IOException {
        ImportJob own = imports.run(
                "listenbrainz", "user,title,artist,timestamp\nanna_lb,Song 0,Artist,%d\n".formatted(MONDAY - 86_400));
        plays("anna_lb", 24, 2, MONDAY, 1_000);
        plays("right", 4, 4, MONDAY, 20_000);
        plays("other", 4, 4, MONDAY, 20_000);

        dump(1, 0);

        assertThat(own.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(listens()).hasSize(2).containsEntry("anna_lb", 25);
    }

    @Test
    void run_ownFilesAfterTheDump_giveTheStrangerTheNameAndTakeItAgain() throws IOException {
        plays("anna_lb", 4, 4, MONDAY, 20_000);
        plays("other", 4, 4, MONDAY, 20_000);
        dump(null, 0);

        ImportJob own = imports.run(
                "listenbrainz", "user,title,artist,timestamp\nanna_lb,Song 0,Artist,%d\n".formatted(MONDAY - 86_400));

        assertThat(imports.catalog.users().search("anna", 0, 10))
                .extracting(User::publicId, User::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("anna_lb", "anna_lb"));
        assertThat(listens()).containsEntry("anna_lb", 5);
        assertThat(imports.catalog.users().countBackground()).isEqualTo(1);

        imports.undo(own.id());

        assertThat(imports.catalog.users().countBackground()).isEqualTo(2);
        assertThat(listens().keySet()).allMatch(name -> name.startsWith("~"));
        assertThat(imports.catalog.users().byAlias("listenbrainz", "anna_lb")).isEmpty();
    }
}
