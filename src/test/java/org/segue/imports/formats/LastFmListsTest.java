package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.feedback.Verdict;
import org.segue.imports.formats.RecordedRows.BadRow;

/** What Last.fm and Libre.fm tell beside a history. */
class LastFmListsTest {

    private static final long HARBOUR_LOVED_AT = 1_677_700_999;
    private static final long HARBOUR_AT = 1_677_700_801;
    private static final long ROPE_AT = 1_677_787_200;

    @TempDir
    Path folder;

    @Test
    void lovedTracks_areLovesAtTheirDate_andNoListens() throws IOException {
        RecordedRows read = read(HistoryFixtures.LASTFM_LOVED);

        assertThat(read.listens).isEmpty();
        assertThat(read.rows).isEmpty();
        assertThat(loves(read)).containsExactly(tuple("anna", "Harbour Lights", Verdict.LOVE, HARBOUR_LOVED_AT));
        assertThat(read.feedback.get(0).target().song())
                .returns("Nella Quist", song -> song.artist())
                .returns(HistoryFixtures.MBID, song -> song.mbid());
        assertThat(read.bad).extracting(BadRow::line).containsExactly(2L);
    }

    @Test
    void lovedTracks_ofLibreFm_areLovesToo() throws IOException {
        RecordedRows read = read(HistoryFixtures.LIBREFM_LOVED);

        assertThat(read.listens).isEmpty();
        assertThat(loves(read)).containsExactly(tuple("anna", "Rope", Verdict.LOVE, ROPE_AT));
    }

    @Test
    void topTracks_arePlayCounts_ofOneListener() throws IOException {
        RecordedRows read = read(HistoryFixtures.LASTFM_TOP);

        assertThat(read.listens).isEmpty();
        assertThat(read.feedback).isEmpty();
        assertThat(read.rows).extracting(RecordedRows.Row::value).containsExactly(42.0);
        assertThat(read.bad)
                .extracting(BadRow::reason)
                .containsExactly(
                        "playcount must be a number above 0 and at most 1,000,000,000, but is \"0\"",
                        "missing playcount",
                        "the plays are everybody’s, not one listener’s");
    }

    @Test
    void extendedRecentTracks_areListens_andLovesWhereTheySayIt() throws IOException {
        RecordedRows read = read(HistoryFixtures.LASTFM_EXTENDED);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
        assertThat(loves(read)).containsExactly(tuple("anna", "Harbour Lights", Verdict.LOVE, HARBOUR_AT));
    }

    @Test
    void pagesOfSeveralLists_areReadEachAsItsOwn() throws IOException {
        RecordedRows read = read("[%s,%s,%s]"
                .formatted(
                        HistoryFixtures.LASTFM_TOP, HistoryFixtures.LASTFM_LOVED, HistoryFixtures.LASTFM_API_SINGLE));

        assertThat(read.listens).hasSize(1);
        assertThat(read.feedback).hasSize(1);
        assertThat(read.rows).hasSize(2);
    }

    private static List<Tuple> loves(RecordedRows read) {
        return read.feedback.stream()
                .map(said -> tuple(
                        said.user(),
                        Objects.requireNonNull(said.target().song()).title(),
                        said.verdict(),
                        said.judgedAt()))
                .toList();
    }

    private RecordedRows read(String text) throws IOException {
        return Fixtures.read(folder, Fixtures.bytes(text), Fixtures.forUser("anna"));
    }
}
