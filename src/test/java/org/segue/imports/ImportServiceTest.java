package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.catalog.Song;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.formats.Fixtures;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/** Imports from their arrival to their end, on a real database. */
@Timeout(120)
class ImportServiceTest extends WithRunningImports {

    private static final ImportOptions AUTO = ImportOptions.auto();

    @Test
    void accept_table_isCountedAndInForce() throws IOException {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV + ",s9,1,,,\n"));

        assertThat(job)
                .returns(JobStatus.COMPLETED, ImportJob::status)
                .returns("table", ImportJob::format)
                .returns("table", ImportJob::source)
                .returns(1.0, ImportJob::progress);
        assertThat(job.counts())
                .isEqualTo(new ImportCounts(
                        5,
                        0,
                        4,
                        0,
                        Map.of(),
                        new BadRows(
                                1,
                                List.of(new BadRow(
                                        "file0", 6, new Sentence("rows.MISSING", List.of("user"), "missing user")))),
                        List.of()));
        assertThat(imports.plays())
                .isEqualTo(Map.of("anna", Map.of("s1", 12.0, "s2", 3.0), "ben", Map.of("s1", 1.0, "s3", 7.0)));
        assertThat(imports.listensChanged.fired()).containsExactly(new ListensChanged("table"));
        assertThat(imports.catalogChanged.fired()).isNotEmpty();
        assertThat(imports.metrics.get("segue.imports").counter().count()).isEqualTo(1);
        assertThat(imports.metrics.get("segue.imports.rows").counter().count()).isEqualTo(5);
    }

    @Test
    void accept_done_leavesNoFiles() throws IOException {
        imports.run(AUTO, bytes(Fixtures.CSV));
        imports.run(AUTO, bytes("nothing"));

        assertThat(folder.resolve("uploads")).isEmptyDirectory();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void accept_tripletsWithTitles_areJoined() throws IOException {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.UNIQUE_TRACKS), Fixtures.gzip(bytes(Fixtures.TRIPLETS)));

        assertThat(job.counts().interactionsAdded()).isEqualTo(3);
        assertThat(imports.catalog.songs().byPublicId("SOAKIMP12A8C130995"))
                .get()
                .returns("The Cove", Song::title)
                .returns("Jack Johnson", Song::artist);
        assertThat(imports.catalog.songs().count(""))
                .as("songs that somebody played")
                .isEqualTo(2);
    }

    @Test
    void accept_hetRecWithArtists_hasTheirNames() throws IOException {
        imports.run(AUTO, bytes(Fixtures.USER_ARTISTS), bytes(Fixtures.ARTISTS));

        assertThat(imports.catalog.songs().byPublicId("51")).map(Song::title).contains("Duran Duran");
        assertThat(imports.plays()).containsEntry("2", Map.of("51", 13883.0, "52", 11690.0));
    }

    @Test
    void accept_titlesAlone_areNoHistory() throws IOException {
        assertThat(imports.run(AUTO, bytes(Fixtures.ARTISTS)))
                .returns(JobStatus.FAILED, ImportJob::status)
                .returns("The hetrec files contain no plays.", ImportJob::error);
    }

    @Test
    void accept_filesOfTwoFormats_areRefusedTogether() throws IOException {
        ImportJob job = imports.run(AUTO, bytes(Fixtures.CSV), bytes(Fixtures.TRIPLETS));

        assertThat(job.error()).contains("Import them separately");
        assertThat(imports.rows("user")).isZero();
    }

    @Test
    void accept_ratingsBesidePlays_areBoth_andGoTogether() throws IOException {
        ImportJob job = imports.run(
                AUTO,
                bytes("user,song,plays\na,x,2\nc,z,1\n"),
                bytes("user,song,rating\na,x,3\na,y,5\nb,y,4\na,x,1.5\n"));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.counts().skipped()).isEmpty();
        assertThat(job.counts().interactionsAdded()).isEqualTo(5);
        assertThat(imports.plays())
                .as("a rating says no more than that the song was heard")
                .isEqualTo(Map.of("a", Map.of("x", 2.0, "y", 1.0), "b", Map.of("y", 1.0), "c", Map.of("z", 1.0)));
        assertThat(imports.interactions(Measure.RATINGS))
                .isEqualTo(Map.of("a", Map.of("x", 1.5, "y", 5.0), "b", Map.of("y", 4.0)));
        imports.undo(job.id());
        assertNothingIsLeft();
    }

    @Test
    void accept_ratingsOfASourceAfterItsPlays_leaveThePlays() throws IOException {
        imports.run("s", "user,song,plays\na,x,7\n");
        imports.run("s", "user,song,rating\na,x,4\n");

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 7.0)));
    }

    @Test
    void accept_sameCellsInOneFile_addUp() throws IOException {
        imports.run(AUTO, bytes("user,song\na,x\na,x\nb,x\na,x\n"));

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 3.0), "b", Map.of("x", 1.0)));
    }

    @Test
    void accept_ratings_theLastOfACellCounts() throws IOException {
        imports.run(AUTO, bytes("user,song,rating\na,x,2\na,y,5\na,x,4\n"));

        assertThat(imports.interactions(Measure.RATINGS)).isEqualTo(Map.of("a", Map.of("x", 4.0, "y", 5.0)));
        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 1.0, "y", 1.0)));
    }

    @Test
    void accept_sameFileTwice_addsNothingTwice() throws IOException {
        imports.run(AUTO, bytes(Fixtures.CSV));
        Map<String, Map<String, Double>> once = imports.plays();
        ImportJob again = imports.run(AUTO, bytes(Fixtures.CSV));

        assertThat(again.counts().interactionsAdded()).isZero();
        assertThat(again.counts().duplicates()).isEqualTo(4);
        assertThat(imports.plays()).isEqualTo(once);
        assertThat(imports.rows("user")).isEqualTo(2);
        assertThat(imports.rows("song")).isEqualTo(3);
    }

    @Test
    void accept_listensTwice_countOnce() throws IOException {
        ImportOptions anna = Fixtures.forUser("anna");
        ImportJob first = imports.run(anna, bytes(Fixtures.LISTENS + "Roads;Portishead;1700000500\n"));
        Map<String, Map<String, Double>> once = imports.plays();
        ImportJob again = imports.run(anna, bytes(Fixtures.LISTENS + "Roads;Portishead;1700009999\n"));

        assertThat(first.counts().listensAdded()).isEqualTo(3);
        assertThat(first.counts().duplicates())
                .as("the same listen twice in a file")
                .isEqualTo(1);
        assertThat(again.counts().listensAdded()).isEqualTo(1);
        assertThat(again.counts().duplicates()).isEqualTo(3);
        assertThat(values(once)).containsExactlyInAnyOrder(2.0, 1.0);
        assertThat(values(imports.plays())).containsExactly(2.0, 2.0);
    }

    @Test
    void accept_changedValue_replacesThatOfTheSameSource() throws IOException {
        imports.run("lastfm", "user,song,plays\na,x,3\na,y,2\n");
        imports.run("lastfm", "user,song,plays\na,x,10\n");

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 10.0, "y", 2.0)));
    }

    @Test
    void accept_sameIdsOfAnotherSource_areOtherUsersAndSongs() throws IOException {
        imports.run("one", "user,song,plays\na,x,3\n");
        imports.run("two", "user,song,plays\na,x,4\n");

        assertThat(imports.plays()).isEqualTo(Map.of("a", Map.of("x", 3.0), "two:a", Map.of("two:x", 4.0)));
    }

    @Test
    void accept_noGoodRow_failsWithTheFirstReasonAndLeavesNothing() throws IOException {
        ImportJob job = imports.run(AUTO, bytes("user,song,plays\na,x,none\nb,y,0\n"));

        assertThat(job)
                .returns(JobStatus.FAILED, ImportJob::status)
                .returns(
                        "None of the 2 rows could be imported. First problem: line 2 of file0: plays must be a number, but is \"none\".",
                        ImportJob::error);
        assertThat(job.counts().badRows().count()).isEqualTo(2);
        assertNothingIsLeft();
    }

    @Test
    void accept_manyBadRows_listsTheFirstHundred() throws IOException {
        ImportJob job = imports.run(AUTO, bytes("user,song\na,x\n" + ",y\n".repeat(250)));

        assertThat(job.counts().rowsRead()).isEqualTo(251);
        assertThat(job.counts().badRows().count()).isEqualTo(250);
        assertThat(job.counts().badRows().first()).hasSize(100);
    }

    @Test
    void accept_gzipCutOff_failsAndLeavesNothing() throws IOException {
        byte[] packed = Fixtures.gzip(bytes(manyRows(20_000)));
        ImportJob job = imports.run(AUTO, Arrays.copyOf(packed, packed.length - 100));

        assertThat(job)
                .returns(JobStatus.FAILED, ImportJob::status)
                .returns("A file is incomplete: it is cut off.", ImportJob::error);
        assertNothingIsLeft();
    }

    @Test
    void accept_unreadableKinds_failWithSentences() throws IOException {
        for (String content : List.of("", "\n", "name;age\n", "\u0000\u0001PK\u0003")) {
            assertThat(imports.run(AUTO, bytes(content)).error()).containsAnyOf("recognize the format of", "is empty");
        }
        assertThat(imports.run(AUTO, bytes("name,age\nanna,7\n")).error())
                .contains("looks like a table", "“name”, “age”");
        assertNothingIsLeft();
    }

    @Test
    void byId_atWork_tellsHowFarItIs() throws IOException {
        int id = imports.accept(AUTO, bytes(manyRows(100_000)));
        double before = 0;
        boolean moved = false;
        while (!imports.service.byId(id).orElseThrow().status().isFinal()) {
            ImportJob job = imports.service.byId(id).orElseThrow();
            if (job.status() == JobStatus.RUNNING) {
                assertThat(job.progress()).isBetween(before, 1.0);
                moved |= job.progress() > 0 && job.counts().rowsRead() > 0;
                before = job.progress();
            }
            assertThat(imports.service.underWay().size()).isLessThanOrEqualTo(1);
        }

        assertThat(moved).isTrue();
        assertThat(imports.await(id).counts().rowsRead()).isEqualTo(100_000);
        assertThat(imports.service.newest(Integer.MAX_VALUE, 10))
                .extracting(ImportJob::id)
                .containsExactly(id);
        assertThat(imports.service.underWay()).isEmpty();
    }

    @Test
    void accept_whileOthersWrite_letsThemInAgainAndAgain() throws Exception {
        int id = imports.accept(AUTO, bytes(manyRows(100_000)));
        int writes = 0;
        while (!imports.service.byId(id).orElseThrow().status().isFinal()) {
            imports.database.writeNow(connection -> true);
            writes++;
        }

        // It takes turns of 25 ms: some forty on a fast machine, more on a slow one. In one piece others would come in
        // twice.
        assertThat(writes).isGreaterThan(8);
    }

    private static List<Double> values(Map<String, Map<String, Double>> cells) {
        return cells.values().stream().flatMap(row -> row.values().stream()).toList();
    }
}
