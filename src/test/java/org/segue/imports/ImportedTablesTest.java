package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.imports.ImportPreview.PreviewRow;
import org.segue.imports.formats.Fixtures;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.jobs.JobStatus;
import org.segue.text.Sentence;

/** Tables of all kinds on their way into the database, and what the import and its preview say of them. */
@Timeout(60)
class ImportedTablesTest extends WithRunningImports {

    private static final ImportOptions ANNA = Fixtures.forUser("anna");
    private static final String OPEN = "artist,title,mood,date\nA,B,x,12/10/2017 21:47\n";

    @Test
    void run_datesNobodyDecides_stopBeforeTheFirstRow() throws IOException {
        ImportJob job = imports.run(ANNA, bytes(OPEN));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).contains("“date”", "12/10/2017 21:47", "dateOrder=dmy");
        assertNothingIsLeft();
        assertThat(imports.run(ANNA.withDates(DateOrder.DMY, "Europe/Berlin"), bytes(OPEN))
                        .counts()
                        .listensAdded())
                .isEqualTo(1);
    }

    @Test
    void run_openDates_isReadAgainWhereverItIs() throws IOException {
        String decided = OPEN + "A,C,x,31/10/2017\n";
        byte[] tar = HistoryFixtures.tar("a/one.csv", "artist,title\nX,Y\n", "a/two.csv", decided);

        for (byte[] file : List.of(
                bytes(decided),
                Fixtures.gzip(bytes(decided)),
                tar,
                Fixtures.gzip(tar),
                HistoryFixtures.zip("one.csv", "artist,title\nX,Y\n", "two.csv", decided),
                HistoryFixtures.zip("inner.tar", tar))) {
            ImportJob job = imports.run(ANNA, file);

            assertThat(job.error()).isNull();
            assertThat(job.counts().notes()).anyMatch(note -> note.text().contains("are read with the day first"));
        }
        assertThat(imports.rows("(SELECT DISTINCT listened_at FROM listen)")).isEqualTo(2);
    }

    @Test
    void run_columnsThatAreNotUsed_areNamedByJobAndPreview() throws IOException {
        String table = "artist,title,mood,timestamp\nA,B,x,1500000000\n";

        assertThat(imports.run(ANNA, bytes(table)).counts().notes())
                .extracting(Sentence::text)
                .containsExactly("file0: unused columns: “mood”.");
        assertThat(preview(bytes(table)).leftOut().notes())
                .extracting(Sentence::text)
                .containsExactly("file: unused columns: “mood”.");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Аквариум, Город золотой",
        "windows-1250, Łąki Łan, Łan Pała",
        "Shift_JIS, 椎名林檎, 丸の内サディスティック",
        "EUC-JP, 椎名林檎, 丸の内サディスティック",
        "GB18030, 王菲, 红豆",
        "Big5, 鄧麗君, 月亮代表我的心",
        "EUC-KR, 아이유, 좋은 날"
    })
    void run_charactersThatTheRequestNames_areRead(String encoding, String artist, String title) throws IOException {
        byte[] table = "artist,title,timestamp\n%s,%s,1500000000\n"
                .formatted(artist, title)
                .getBytes(Charset.forName(encoding));
        byte[] unicode = bytes("artist,title,timestamp\nSigur Rós,é,1500000300\n");

        ImportJob job = imports.run(ANNA.withEncoding(encoding), table, unicode);

        assertThat(job.counts().notes())
                .extracting(Sentence::text)
                .containsExactly("file0 is not UTF-8: it is read as %s.".formatted(encoding));
        assertThat(imports.database.query(
                        "SELECT a.name, s.title FROM song s JOIN artist a ON a.id = s.artist_id ORDER BY s.id",
                        row -> row.getString(1) + " - " + row.getString(2)))
                .containsExactlyInAnyOrder(artist + " - " + title, "Sigur Rós - é");
    }

    @Test
    void run_charactersOfWindows_areReadAndNamed() throws IOException {
        byte[] windows = "artist,title,timestamp\nSigur Rós,é,1500000000\n".getBytes(Charset.forName("windows-1252"));

        assertThat(imports.run(ANNA, windows).counts().notes())
                .extracting(Sentence::text)
                .containsExactly(
                        "file0 is not UTF-8: it is read as windows-1252. If names look wrong, choose its encoding, such as windows-1251.");
    }

    @Test
    void run_playsAtATime_areSoManyListens_thatAnotherImportKnows() throws IOException {
        String table = "artist,title,plays,timestamp\nA,B,3,1500000000\nA,C,1,1500000000\n";

        ImportJob first = imports.run(ANNA, bytes(table));
        ImportJob again = imports.run(ANNA, bytes(table));
        ImportJob more = imports.run(ANNA, bytes(table.replace("B,3", "B,5")));

        assertThat(first.counts()).returns(2L, ImportCounts::rowsRead).returns(4L, ImportCounts::listensAdded);
        assertThat(again.counts()).returns(0L, ImportCounts::listensAdded).returns(4L, ImportCounts::duplicates);
        assertThat(more.counts()).returns(2L, ImportCounts::listensAdded);
        assertThat(imports.rows("(SELECT DISTINCT listened_at, song_id FROM listen)"))
                .isEqualTo(6);
    }

    @Test
    void preview_playsAtATime_showsBoth() throws IOException {
        ImportPreview preview = preview(bytes("artist,title,plays,timestamp\nA,B,3,1500000000\n"));

        assertThat(preview.content().rowsRead()).isEqualTo(1);
        assertThat(preview.content().counts().listens()).isEqualTo(3);
        PreviewRow row = preview.first().get(0);
        assertThat(row.value()).isEqualTo(3.0);
        assertThat(String.valueOf(row.listenedAt())).isEqualTo("2017-07-14T02:40:00Z");
    }

    @Test
    void preview_datesNobodyDecides_saysWhatToSay() {
        assertThatThrownBy(() -> preview(bytes(OPEN)))
                .isInstanceOf(UndecidedDatesException.class)
                .hasMessageContainingAll("“date”", "12/10/2017 21:47", "dateOrder=dmy");
    }

    private ImportPreview preview(byte[] file) throws IOException {
        PreviewSink sink = new PreviewSink("anna");
        java.nio.file.Path path = java.nio.file.Files.write(folder.resolve("previewed"), file);
        ImportReader reading = new ImportReader(ANNA, sink);
        reading.read(List.of(new Upload(path, "file")), read -> {});
        return sink.preview(new ImportPreview.Kept("", java.time.Instant.EPOCH), reading, null, List.of());
    }
}
