package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;
import static org.segue.imports.formats.Fixtures.gzip;
import static org.segue.imports.formats.HistoryFixtures.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.imports.formats.BinaryFixtures;
import org.segue.imports.formats.ServiceFixtures;

/** Exports of several files, of which one has the names of another's songs; spreadsheets and databases, alone and in archives. */
class ServiceArchivesTest {

    @TempDir
    Path folder;

    @Test
    void apple_zip_namesTheArtistsOfItsActivity() throws IOException {
        ImportPreview preview = preview(zip(
                "Apple Music Activity/Apple Music Play Activity.csv",
                ServiceFixtures.APPLE_ACTIVITY,
                "Apple Music Activity/Apple Music - Play History Daily Tracks.csv",
                ServiceFixtures.APPLE_DAILY,
                "Apple Music Activity/Apple Music Library Tracks.json.zip",
                zip("Apple Music Library Tracks.json", ServiceFixtures.APPLE_LIBRARY)));

        assertThat(preview.content().counts())
                .returns(3L, ImportPreview.Counts::listens)
                .returns(1L, ImportPreview.Counts::skips)
                .returns(0L, ImportPreview.Counts::interactions);
        assertThat(preview.first())
                .extracting(ImportPreview.PreviewRow::artist)
                .as("by title, by title, by title, and of two of one title by the day")
                .containsExactly("Nella Quist", "The Ferrymen", "Nella Quist", "Otto Brask");
        assertThat(preview.leftOut().badRows().first())
                .extracting(row -> row.reason().text())
                .anyMatch(reason -> reason.contains("several artists have a song called \"Intro\""))
                .anyMatch(reason -> reason.contains("no artist for \"Nobody's\""))
                .anyMatch(reason -> reason.endsWith("but is \"-5\""));
        assertThat(preview.leftOut().notes()).anyMatch(note -> note.text().contains("only its artists are used"));
    }

    @Test
    void apple_filesAlone_areReadForWhatTheyHave() throws IOException {
        ImportPreview daily = preview(bytes(ServiceFixtures.APPLE_DAILY));
        assertThat(daily.content().counts()).returns(3L, ImportPreview.Counts::listens);
        assertThat(daily.content().from()).isEqualTo(Instant.parse("2023-03-01T20:00:00Z"));

        ImportPreview library = preview(bytes(ServiceFixtures.APPLE_LIBRARY));
        assertThat(library.content().counts())
                .returns(1L, ImportPreview.Counts::interactions)
                .returns(0L, ImportPreview.Counts::listens);

        assertThat(preview(bytes(ServiceFixtures.APPLE_ACTIVITY))
                        .leftOut()
                        .badRows()
                        .count())
                .isEqualTo(7);
    }

    @Test
    void apple_looseFiles_inAnyOrder_areTheSame() throws IOException {
        byte[] activity = bytes(ServiceFixtures.APPLE_ACTIVITY);
        byte[] daily = gzip(bytes(ServiceFixtures.APPLE_DAILY));
        byte[] library = zip("Apple Music Library Tracks.json", ServiceFixtures.APPLE_LIBRARY);

        for (List<byte[]> files : List.of(List.of(activity, daily, library), List.of(library, daily, activity))) {
            assertThat(preview(files.toArray(byte[][]::new)).content().counts())
                    .returns(3L, ImportPreview.Counts::listens)
                    .returns(0L, ImportPreview.Counts::interactions);
        }
    }

    @Test
    void amazon_takesNamesFromTheLibrary_whicheverComesFirst() throws IOException {
        byte[] plays = bytes(ServiceFixtures.AMAZON);
        byte[] library = bytes(ServiceFixtures.AMAZON_LIBRARY);
        for (byte[][] files : new byte[][][] {{plays, library}, {library, plays}}) {
            ImportPreview preview = preview(files);
            assertThat(preview.content().counts())
                    .returns(1L, ImportPreview.Counts::listens)
                    .returns(1L, ImportPreview.Counts::skips);
            assertThat(preview.leftOut().badRows().first())
                    .extracting(BadRows.BadRow::line, row -> row.reason().text())
                    .containsExactly(tuple(
                            4L, "no name for the artist \"B0X\": import Amazon’s library.csv together with this file"));
        }
    }

    @Test
    void deezer_spreadsheet_itsHistoryIsRead_andNoOtherSheet() throws IOException {
        byte[] sheets = BinaryFixtures.deezer(BinaryFixtures.HISTORY);
        for (byte[] file : Stream.of(
                        sheets, zip("gdpr/deezer-data_7.xlsx", sheets, "readme.txt", "Hello"), gzip(sheets))
                .toList()) {
            ImportPreview preview = preview(file);
            assertThat(preview.format()).isEqualTo("deezer");
            assertThat(preview.content().counts())
                    .returns(1L, ImportPreview.Counts::listens)
                    .returns(1L, ImportPreview.Counts::skips)
                    .returns(0L, ImportPreview.Counts::interactions);
            assertThat(preview.first().get(0))
                    .returns("Harbour \"Lights\"", ImportPreview.PreviewRow::title)
                    .returns(Instant.parse("2023-03-01T20:00:01Z"), ImportPreview.PreviewRow::listenedAt);
            assertThat(preview.content().to()).isEqualTo(Instant.parse("2023-03-02T20:00:00Z"));
            assertThat(preview.leftOut().badRows().first())
                    .extracting(BadRows.BadRow::line, row -> row.reason().text())
                    .containsExactly(tuple(5L, "missing artist"));
        }
    }

    @Test
    void deezer_hostileSpreadsheets_areSentences() throws IOException {
        String entities = BinaryFixtures.HISTORY.replace(
                "<worksheet", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet");
        assertUnreadable(BinaryFixtures.deezer(entities.replace(">Rope<", ">&a;<")));
        assertUnreadable(BinaryFixtures.deezer(BinaryFixtures.HISTORY.replace("</row>", "</wor>")));
        assertThat(preview(BinaryFixtures.deezer(BinaryFixtures.HISTORY.replace("<v>3</v>", "<v>999</v>")))
                        .leftOut()
                        .badRows()
                        .first())
                .extracting(BadRows.BadRow::line, row -> row.reason().text())
                .contains(tuple(2L, "missing track"));
        byte[] bomb = zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", new byte[49 << 20]);
        assertThatThrownBy(() -> preview(bomb))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is larger than 48 MB unpacked");
    }

    @Test
    void navidrome_readsScrobbles_countsTheRest_andTakesStars() throws IOException {
        byte[] database = BinaryFixtures.database(folder, BinaryFixtures.NAVIDROME);
        for (byte[] file : Stream.of(database, gzip(database), zip("backup/navidrome.db", database))
                .toList()) {
            ImportPreview preview = preview(ImportOptions.auto(), file);
            assertThat(preview.format()).isEqualTo("navidrome");
            assertThat(preview.content().counts())
                    .returns(2L, ImportPreview.Counts::listens)
                    .returns(2L, ImportPreview.Counts::interactions)
                    .returns(1L, ImportPreview.Counts::feedback)
                    .returns(2L, ImportPreview.Counts::users);
            assertThat(preview.first())
                    .extracting(ImportPreview.PreviewRow::user, ImportPreview.PreviewRow::value)
                    .contains(tuple("anna", 4.0), tuple("ben", 2.0));
            assertThat(preview.leftOut().badRows().first())
                    .extracting(BadRows.BadRow::line, row -> row.reason().text())
                    .containsExactly(
                            tuple(3L, "its song is no longer in the library"),
                            tuple(
                                    4L,
                                    "submission_time must be seconds since 1970 or a date like 2024-05-31 20:15:00, but is \"soon\""));
        }
    }

    @Test
    void navidrome_beforeScrobbles_countsAllPlays_andWriteAheadIsSaid() throws IOException {
        List<String> old = BinaryFixtures.NAVIDROME.stream()
                .filter(sql -> !sql.contains("scrobbles"))
                .map(sql -> sql.replace("mbz_recording_id", "mbz_track_id"))
                .toList();
        List<String> writeAhead = Stream.concat(Stream.of("PRAGMA journal_mode = WAL"), old.stream())
                .toList();
        ImportPreview preview = preview(ImportOptions.auto(), BinaryFixtures.database(folder, writeAhead));

        assertThat(preview.content().counts())
                .returns(0L, ImportPreview.Counts::listens)
                .returns(3L, ImportPreview.Counts::interactions);
        assertThat(preview.leftOut().notes())
                .anyMatch(note -> note.text().contains("keeps its newest rows in “file0-wal”"));
    }

    @Test
    void jellyfin_database_passesOverFilms() throws IOException {
        ImportOptions utc = ImportOptions.auto().withDates(null, "UTC");
        ImportPreview preview = preview(utc, BinaryFixtures.database(folder, BinaryFixtures.JELLYFIN));

        assertThat(preview.content().counts()).returns(1L, ImportPreview.Counts::listens);
        assertThat(preview.content().from()).isEqualTo(Instant.parse("2023-03-01T20:00:01Z"));
        assertThat(preview.leftOut().badRows().first())
                .extracting(row -> row.reason().text())
                .containsExactly("ItemName must be artist - title (album), but is missing");
    }

    @Test
    void databases_whatComputesIsNotRead() throws IOException {
        List<String> view = replaced(
                "CREATE TABLE scrobbles",
                "CREATE VIEW scrobbles AS SELECT 'm1' AS media_file_id, 'u1' AS user_id, 1677700801 AS submission_time");
        ImportPreview preview = preview(ImportOptions.auto(), BinaryFixtures.database(folder, view));
        assertThat(preview.content().counts()).returns(0L, ImportPreview.Counts::listens);

        List<String> computed =
                replaced("CREATE TABLE user", "CREATE TABLE user (id varchar PRIMARY KEY, user_name AS (hex(id)))");
        assertThatThrownBy(() -> preview(BinaryFixtures.database(folder, without(computed, "INSERT INTO user"))))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("recognize the format of");

        List<String> triggered = new ArrayList<>(BinaryFixtures.NAVIDROME);
        triggered.add("CREATE TRIGGER t AFTER INSERT ON scrobbles BEGIN DELETE FROM scrobbles; END");
        assertThat(preview(ImportOptions.auto(), BinaryFixtures.database(folder, triggered))
                        .content()
                        .counts())
                .returns(2L, ImportPreview.Counts::listens);
    }

    @Test
    void databases_hostileValues_areRowsThatCannotBeUsed() throws IOException {
        List<String> hostile = new ArrayList<>(BinaryFixtures.NAVIDROME);
        hostile.add(
                "INSERT INTO media_file VALUES ('m3', hex(zeroblob(3000000)), x'00', 'A', 1e999, zeroblob(5000000), '')");
        hostile.add("INSERT INTO scrobbles VALUES ('m3', 'u1', 1677787999), (NULL, NULL, NULL), ('m1', 'u1', -1)");
        ImportPreview preview = preview(ImportOptions.auto(), BinaryFixtures.database(folder, hostile));

        assertThat(preview.content().counts()).returns(2L, ImportPreview.Counts::listens);
        assertThat(preview.leftOut().badRows().count()).isEqualTo(5);
    }

    @Test
    void databases_damaged_areSentences() throws IOException {
        List<String> large = new ArrayList<>(BinaryFixtures.NAVIDROME);
        large.add(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO scrobbles SELECT 'm1', 'u1', 1677700801 + 60 * i FROM n");
        byte[] database = BinaryFixtures.database(folder, large);
        byte[] cutOff = java.util.Arrays.copyOf(database, database.length / 2);
        byte[] overwritten = database.clone();
        java.util.Arrays.fill(overwritten, database.length / 2, database.length / 2 + 40_000, (byte) 7);
        byte[] header = java.util.Arrays.copyOf(database, 600);

        for (byte[] file : List.of(cutOff, overwritten, header)) {
            assertThatThrownBy(() -> preview(ImportOptions.auto(), file))
                    .isInstanceOf(ImportException.class)
                    .hasMessageContaining("file0 can’t be read")
                    .hasMessageContaining("the database is damaged, or it was copied while it was written");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .as("copies")
                    .noneMatch(name -> name.startsWith("unpacked-"));
        }
    }

    @Test
    void takeout_zip_findsTheHistoryAmongOtherThings() throws IOException {
        ImportPreview preview = preview(zip(
                "Takeout/archive_browser.html",
                "<html>YouTube Music</html>",
                "Takeout/YouTube and YouTube Music/playlists/Rain-videos.csv",
                "Video ID,Playlist Video Creation Timestamp\na,2023-03-01T20:00:01+00:00\n",
                "Takeout/YouTube and YouTube Music/history/search-history.json",
                "[{\"header\":\"YouTube\",\"title\":\"Searched for knots\",\"titleUrl\":\"u\",\"time\":\"2023-03-01T20:00:00Z\"}]",
                "Takeout/YouTube and YouTube Music/history/watch-history.json",
                ServiceFixtures.YOUTUBE));

        assertThat(preview.format()).isEqualTo("youtube-music");
        assertThat(preview.content().counts()).returns(3L, ImportPreview.Counts::listens);
    }

    private static List<String> replaced(String start, String by) {
        return BinaryFixtures.NAVIDROME.stream()
                .filter(sql -> !sql.startsWith("INSERT INTO scrobbles") || !start.endsWith("scrobbles"))
                .map(sql -> sql.startsWith(start) ? by : sql)
                .toList();
    }

    private static List<String> without(List<String> statements, String start) {
        return statements.stream().filter(sql -> !sql.startsWith(start)).toList();
    }

    private void assertUnreadable(byte[] file) {
        assertThatThrownBy(() -> preview(file))
                .satisfies(e -> assertThat(
                                e instanceof ImportException ? e.getMessage() : ImportWork.unreadable((IOException) e))
                        .asString()
                        .contains("damaged spreadsheet"));
    }

    private ImportPreview preview(byte[]... files) throws IOException {
        return preview(forUser("anna"), files);
    }

    private ImportPreview preview(ImportOptions options, byte[]... files) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (byte[] file : files) {
            uploads.add(
                    new Upload(Files.write(folder.resolve("upload-" + uploads.size()), file), "file" + uploads.size()));
        }
        PreviewSink sink = new PreviewSink(null);
        ImportReader reading = new ImportReader(options, sink);
        reading.read(uploads, bytes -> {});
        return sink.preview(new ImportPreview.Kept("", Instant.EPOCH), reading, null, List.of());
    }
}
