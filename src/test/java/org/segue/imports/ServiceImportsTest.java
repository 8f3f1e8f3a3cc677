package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.imports.formats.BinaryFixtures;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.imports.formats.ServiceFixtures;
import org.segue.jobs.JobStatus;
import org.segue.listens.Measure;
import org.segue.storage.Statements;

/** Exports of services and players, from the file to what counts. */
class ServiceImportsTest extends WithRunningImports {

    private static final List<String> NAMES_USERS = List.of("tautulli", "jellyfin", "lastfm-1k", "navidrome");

    @Test
    void accept_eachTwice_addsNothingTheSecondTime() throws IOException {
        for (Map.Entry<String, byte[][]> export : exports().entrySet()) {
            ImportOptions options =
                    NAMES_USERS.contains(export.getKey()) ? ImportOptions.auto() : forUser(export.getKey());
            ImportJob first = imports.run(options, export.getValue());
            Map<String, Map<String, Double>> plays = imports.plays();
            int lists = imports.rows("playlist_in_force");

            ImportJob second = imports.run(options, export.getValue());

            assertThat(first).as(export.getKey()).returns(JobStatus.COMPLETED, ImportJob::status);
            assertThat(second.counts())
                    .as(export.getKey())
                    .returns(0L, ImportCounts::listensAdded)
                    .returns(0L, ImportCounts::interactionsAdded)
                    .returns(first.counts().rowsRead(), ImportCounts::rowsRead);
            assertThat(imports.plays()).as(export.getKey()).isEqualTo(plays);
            assertThat(imports.rows("playlist_in_force")).as(export.getKey()).isEqualTo(lists);
        }
        assertThat(imports.rows("playlist_in_force")).isEqualTo(1);
    }

    @Test
    void accept_navidrome_eachUserHasTheirOwn_andUndoTakesAllOfIt() throws IOException {
        ImportJob job = imports.run(ImportOptions.auto(), BinaryFixtures.database(folder, BinaryFixtures.NAVIDROME));

        assertThat(imports.plays())
                .isEqualTo(Map.of(
                        "anna",
                        Map.of(HistoryFixtures.MBID, 5.0, "the-ferrymen-rope", 1.0),
                        "ben",
                        Map.of("the-ferrymen-rope", 2.0)));
        imports.undo(job.id());
        assertNothingIsLeft();
    }

    @Test
    void accept_movieLens_areRatingsOfFilmsWithTitles() throws IOException {
        ImportJob job = imports.run(
                ImportOptions.auto(), bytes(ServiceFixtures.MOVIELENS), bytes(ServiceFixtures.MOVIELENS_TITLES));

        assertThat(job.format()).isEqualTo("movielens");
        assertThat(imports.interactions(Measure.RATINGS)).isEqualTo(Map.of("1", Map.of("31", 2.5)));
        List<String> titles = imports.database.read(
                connection -> Statements.query(connection, "SELECT title FROM song", row -> row.getString(1)));
        assertThat(titles).containsExactly("Ferry, The (1995)");
    }

    @Test
    void accept_pageOfTakeout_saysWhatToAskFor() throws IOException {
        ImportJob job = imports.run(
                forUser("anna"),
                bytes(
                        "<html><head><title>My Activity History</title></head><body><div class=\"outer-cell mdl-cell\">YouTube Music</div></body></html>"));

        assertThat(job)
                .returns(JobStatus.FAILED, ImportJob::status)
                .satisfies(failed ->
                        assertThat(String.valueOf(failed.error())).contains("ask Takeout for the history as JSON"));
    }

    private Map<String, byte[][]> exports() {
        Map<String, byte[][]> exports = new LinkedHashMap<>();
        ServiceFixtures.ALL.forEach((name, text) -> exports.put(name, new byte[][] {bytes(text)}));
        exports.remove("amazon-music library");
        exports.put("apple-music", new byte[][] {
            HistoryFixtures.zip(
                    "Apple Music Play Activity.csv",
                    ServiceFixtures.APPLE_ACTIVITY,
                    "Apple Music Library Tracks.json",
                    ServiceFixtures.APPLE_LIBRARY)
        });
        exports.put(
                "amazon-music", new byte[][] {bytes(ServiceFixtures.AMAZON), bytes(ServiceFixtures.AMAZON_LIBRARY)});
        exports.put("deezer", new byte[][] {BinaryFixtures.deezer(BinaryFixtures.HISTORY)});
        exports.put("navidrome", new byte[][] {BinaryFixtures.database(folder, BinaryFixtures.NAVIDROME)});
        return exports;
    }
}
