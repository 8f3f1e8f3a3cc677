package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListensTest {

    private static final String MBID = "0d7a8e8c-1111-4222-8333-0123456789ab";

    @TempDir
    Path folder;

    private List<Row> read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Listens.read(SparkSessions.local(), List.of(file.toString()), null)
                .select("user", "key", "mbid", "album", "at", "plays")
                .sort("at", "key")
                .collectAsList();
    }

    @Test
    void listenBrainzLines_asDumpAndAsExport_areRead() throws IOException {
        List<Row> listens = read("1.listens", """
                {"user_name":"ada","timestamp":1700000000,"track_metadata":{"artist_name":"AC/DC","track_name":"T.N.T.","release_name":"High Voltage","mbid_mapping":{"recording_mbid":"%1$s"}}}
                {"user_id":7,"user_name":"bob","listened_at":1700000100,"track_metadata":{"artist_name":"ACDC","track_name":"TNT","additional_info":{"recording_mbid":"no id"}}}
                {"user_name":"ada","listened_at":"2023-11-14T22:16:40Z","track_metadata":{"artist_name":"Ärzte","track_name":"Westerland"}}
                {"user_name":"ada","listened_at":1700000300,"track_metadata":{"artist_name":"","track_name":"Nobody's"}}
                not a line
                """.formatted(MBID.toUpperCase(Locale.ROOT)));

        assertThat(listens)
                .extracting(Row::toString)
                .containsExactly(
                        "[ada,acdc\ttnt," + MBID + ",High Voltage,1700000000,1]",
                        "[7,acdc\ttnt,null,null,1700000100,1]",
                        "[ada,arzte\twesterland,null,null,1700000200,1]");
    }

    // As ExportListensCommandTest of the service has them.
    @Test
    void linesOfExportListens_areRead() throws IOException {
        List<Row> listens = read("listens.jsonl", """
                {"user_id":1,"track_metadata":{"artist_name":"Artist A","track_name":"Song 1","release_name":"Album","additional_info":{"recording_mbid":"%1$s"}},"listened_at":1700000000}
                {"user_id":1,"track_metadata":{"artist_name":"Artist A","track_name":"Song 2"},"plays":7}
                {"user_id":2,"track_metadata":{"artist_name":"Artist A","track_name":"Song 1"},"plays":0}
                """.formatted(MBID));

        assertThat(listens)
                .extracting(Row::toString)
                .containsExactlyInAnyOrder(
                        "[1,artist a\tsong 1," + MBID + ",Album,1700000000,1]",
                        "[1,artist a\tsong 2,null,null,null,7]");
    }

    @Test
    void csv_countedByNameOfColumn_isRead() throws IOException {
        List<Row> listens = read("counts.csv", """
                plays,Title,artist,user
                3,"Song, with comma",Someone,u1
                0,Never,Someone,u1
                many,Never,Someone,u1
                2,"A ""quoted"" one",Someone,u2
                """);

        assertThat(listens)
                .extracting(Row::toString)
                .containsExactlyInAnyOrder(
                        "[u1,someone\tsong with comma,null,null,null,3]",
                        "[u2,someone\ta quoted one,null,null,null,2]");
    }

    @Test
    void milliseconds_areTold_andZeroIsNoTime() throws IOException {
        List<Row> listens = read("times.tsv", """
                user\tartist\ttitle\tlistened_at
                u\ta\tb\t1700000000123
                u\ta\tc\t0
                u\ta\td\t2024-02-29 12:00:00
                """);

        assertThat(listens).extracting(row -> row.get(4)).containsExactly(null, 1_700_000_000L, 1_709_208_000L);
    }

    @Test
    void within_daysOfUtc_areKept() throws IOException {
        Path file = Files.writeString(folder.resolve("days.csv"), """
                user,artist,title,listened_at
                u,a,before,2025-10-31 23:59:59
                u,a,first,2025-11-01 00:00:00
                u,a,last,2025-11-30 23:59:59
                u,a,after,2025-12-01 00:00:00
                """);

        assertThat(Listens.within(
                                Listens.read(SparkSessions.local(), List.of(file.toString()), null),
                                LocalDate.of(2025, 11, 1),
                                LocalDate.of(2025, 12, 1))
                        .select("title")
                        .sort("at")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("first", "last");
    }

    @Test
    void missingColumn_isNamed_withWhatThereIs() {
        assertThatThrownBy(() -> read("wrong.csv", "user,song,at\n1,2,3\n"))
                .isInstanceOf(MissingColumnException.class)
                .hasMessageContaining(
                        "wrong.csv has no column for the artist: expected artist_name or artist; it has user, song, at.");
    }

    @Test
    void formats_areToldByName() {
        assertThat(ListenFormat.ofName("/a/1.listens")).isEqualTo(ListenFormat.LISTENBRAINZ);
        assertThat(ListenFormat.ofName("a.jsonl.gz")).isEqualTo(ListenFormat.LISTENBRAINZ);
        assertThat(ListenFormat.ofName("a.tsv.gz")).isEqualTo(ListenFormat.CSV);
        assertThat(ListenFormat.ofName("s3a://b/listens")).isEqualTo(ListenFormat.PARQUET);
    }
}
