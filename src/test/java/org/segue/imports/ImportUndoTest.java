package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.feedback.Verdict;
import org.segue.feedback.Verdicts;
import org.segue.imports.formats.Fixtures;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.jobs.JobStatus;
import org.segue.listens.Measure;
import org.segue.testsupport.Eventually;

/** Imports that are taken back or cancelled, on a real database. */
@Timeout(120)
class ImportUndoTest extends WithRunningImports {

    private static final ImportOptions AUTO = ImportOptions.auto();

    @Test
    void undo_only_takesBackAllThatItBrought() throws IOException {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV));
        ImportJob undone = imports.undo(job.id());

        assertThat(undone.status()).isEqualTo(JobStatus.UNDONE);
        assertNothingIsLeft();
        assertThat(imports.rows("artist")).isZero();
        assertThat(imports.catalog.users().search("anna", 0, 10)).isEmpty();
        assertThat(imports.catalog.songs().search("tear", 0, 10)).isEmpty();
        assertThat(imports.listensChanged.fired()).hasSize(2);
        assertThat(imports.service.undo(job.id())).as("a second time").isFalse();
        assertThat(imports.service.undo(4711)).isFalse();
    }

    @Test
    void undo_ofLovedTracks_takesTheLovesBack() throws IOException {
        for (String loved : List.of(HistoryFixtures.LASTFM_LOVED, HistoryFixtures.LIBREFM_LOVED)) {
            ImportJob job = imports.run(AUTO.withUser("anna"), bytes(loved));

            int user = imports.catalog.users().byPublicId("anna").orElseThrow().id();
            assertThat(job.counts())
                    .returns(0L, ImportCounts::listensAdded)
                    .returns(0L, ImportCounts::interactionsAdded);
            assertThat(imports.plays()).isEmpty();
            assertThat(Verdicts.of(imports.database).of(user, Instant.now()))
                    .extracting(said -> said.feedback().verdict())
                    .containsExactly(Verdict.LOVE);
            imports.undo(job.id());
            assertNothingIsLeft();
        }
    }

    @Test
    void undo_ofTopTracks_takesThePlaysBack() throws IOException {
        ImportJob job = imports.run(AUTO.withUser("anna"), bytes(HistoryFixtures.LASTFM_TOP));

        assertThat(job.counts().interactionsAdded()).isEqualTo(1);
        assertThat(imports.plays().values())
                .singleElement()
                .satisfies(songs -> assertThat(songs.values()).containsExactly(42.0));
        imports.undo(job.id());
        assertNothingIsLeft();
    }

    @Test
    void undo_isInForceAtOnce() throws IOException {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV));
        imports.service.undo(job.id());

        assertThat(imports.plays()).isEmpty();
        imports.await(job.id());
    }

    @Test
    void undo_second_restoresTheFirst() throws IOException {
        imports.run("s", "user,song,plays\na,x,3\n");
        ImportJob second = imports.run("s", "user,song,plays\na,x,10\na,y,1\nb,x,1\n");
        imports.undo(second.id());

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 3.0)));
        assertThat(imports.catalog.userIds().values()).containsExactly("a");
        assertThat(imports.catalog.songIds().values()).containsExactly("x");
    }

    @Test
    void undo_first_keepsWhatTheSecondNames_untilThatIsUndoneToo() throws IOException {
        ImportJob first = imports.run("s", "user,song,plays\na,x,3\nb,y,1\n");
        ImportJob second = imports.run("s", "user,song,plays\na,x,3\n");
        imports.undo(first.id());

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 3.0)));
        assertThat(imports.catalog.userIds().values()).containsExactly("a");
        imports.undo(second.id());
        assertNothingIsLeft();
    }

    @Test
    void undo_oneOfTwoThatBroughtAListen_keepsIt() throws IOException {
        ImportOptions anna = Fixtures.forUser("anna");
        ImportJob first = imports.run(anna, bytes(Fixtures.LISTENS));
        imports.run(anna, bytes(Fixtures.LISTENS));
        Map<String, Map<String, Double>> before = imports.plays();
        imports.undo(first.id());

        assertThat(imports.plays()).isEqualTo(before);
        assertThat(imports.rows("listen")).isEqualTo(3);
    }

    @Test
    void undo_ratings_leavesThePlays() throws IOException {
        imports.run("s", "user,song,plays\na,x,3\n");
        ImportJob ratings = imports.run("s", "user,song,rating\na,x,5\n");
        assertThat(imports.interactions(Measure.RATINGS)).isEqualTo(Map.of("a", Map.of("x", 5.0)));
        imports.undo(ratings.id());

        assertThat(imports.interactions(Measure.RATINGS)).isEmpty();
        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 3.0)));
    }

    @Test
    void undo_atWork_cancelsAndLeavesNothing() throws IOException {
        int id = imports.accept(AUTO, bytes(manyRows(200_000)));
        Eventually.until(() -> imports.service.byId(id).orElseThrow().status() != JobStatus.QUEUED);
        boolean cancelled = imports.service.undo(id);
        ImportJob job = imports.await(id);

        assertThat(cancelled).isTrue();
        assertThat(job).returns(JobStatus.CANCELLED, ImportJob::status).returns(null, ImportJob::error);
        assertNothingIsLeft();
        assertThat(imports.listensChanged.fired()).isEmpty();
    }

    @Test
    void undo_waiting_neverBegins() throws IOException {
        int first = imports.accept(AUTO, bytes(manyRows(50_000)));
        int waiting = imports.accept(AUTO, bytes(Fixtures.TSV));

        assertThat(imports.service.undo(waiting)).isTrue();
        assertThat(imports.await(waiting)).returns(JobStatus.CANCELLED, ImportJob::status);
        assertThat(imports.await(first).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(imports.catalog.users().byPublicId("2")).isEmpty();
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }
}
