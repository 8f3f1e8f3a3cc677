package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segue.catalog.RecordingKey;
import org.segue.listens.Listens;

/** A play that several files, or several players in one file, tell of is one listen. */
class OnePlayOfFilesTest extends WithRunningImports {

    private static final ImportOptions ANNA = forUser("anna");
    private static final long NOON = 1_709_294_400; // 2024-03-01T12:00:00Z

    /** Names the first artist alone; played from {@link #NOON} and an hour later. */
    private static final String SPOTIFY = """
            [{"ts":"2024-03-01T12:03:20Z","ms_played":200000,"master_metadata_track_name":"Tarn",
              "master_metadata_album_artist_name":"Ida Fell","reason_end":"trackdone"},
             {"ts":"2024-03-01T13:03:20Z","ms_played":200000,"master_metadata_track_name":"Tarn",
              "master_metadata_album_artist_name":"Ida Fell","reason_end":"trackdone"}]""";

    /** Tells the minute. */
    private static final String LASTFM = """
            Ida Fell & Per Holm,,Tarn,01 Mar 2024 12:00
            Ida Fell & Per Holm,,Tarn,01 Mar 2024 14:00
            """;

    private static final String ALONE = RecordingKey.of("Ida Fell", "Tarn");

    private static String line(long time, String artist, String info) {
        return "{\"listened_at\":%d,\"track_metadata\":{\"track_name\":\"Tarn\",\"artist_name\":\"%s\",\"additional_info\":{%s}}}\n"
                .formatted(time, artist, info);
    }

    private static final String LISTENBRAINZ =
            line(NOON + 24, "Ida Fell, Per Holm", "") + line(NOON + 3608, "Ida Fell feat. Per Holm", "");

    @Test
    void accept_threeFiles_inEveryOrder_giveTheSameListens() throws IOException {
        List<String> files = List.of(SPOTIFY, LASTFM, LISTENBRAINZ);
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            List<Integer> ids = new ArrayList<>();
            for (int file : order) {
                ids.add(imports.run(ANNA, bytes(files.get(file))).id());
            }
            assertThat(listens()).as("%s", (Object) order).isEqualTo("0 alone, 3600 alone, 7200 both");
            ImportJob again = imports.run(ANNA, bytes(exported()));
            assertThat(again.counts().listensAdded())
                    .as("an export adds nothing")
                    .isZero();
            assertThat(count()).isEqualTo(3);
            imports.undo(again.id());

            imports.undo(ids.get(0));
            imports.undo(ids.get(1));
            imports.undo(ids.get(2));
            assertNothingIsLeft();
        }
    }

    @Test
    void undo_ofOne_leavesWhatTheOtherTold() throws IOException {
        ImportJob spotify = imports.run(ANNA, bytes(SPOTIFY));
        ImportJob lastFm = imports.run(ANNA, bytes(LASTFM));
        assertThat(lastFm.counts().duplicates()).isEqualTo(1);
        assertThat(count()).isEqualTo(3);

        imports.undo(spotify.id());
        assertThat(count()).isEqualTo(2);
        assertThat(heard()).extracting(Heard::artist).containsOnly("Ida Fell & Per Holm");
        imports.undo(lastFm.id());
        assertNothingIsLeft();
    }

    @Test
    void accept_oneFileOfTwoPlayers_isOneListen_andOnePlayersTwoAreTwo() throws IOException {
        String length = "\"duration_ms\":200000,";
        ImportJob job = imports.run(
                ANNA,
                bytes(line(NOON, "Ida Fell", length + "\"submission_client\":\"navidrome\"")
                        + line(NOON + 20, "Ida Fell", "\"media_player\":\"Phone\"")
                        + line(NOON + 1000, "Ida Fell", "\"media_player\":\"Phone\"")
                        + line(NOON + 1020, "Ida Fell", "\"media_player\":\"Phone\"")));

        assertThat(count()).isEqualTo(3);
        assertThat(job.counts().listensAdded()).isEqualTo(3);
        assertThat(job.counts().duplicates()).isEqualTo(1);
    }

    private int count() {
        return Listens.count(
                imports.database,
                imports.catalog.users().byPublicId("anna").orElseThrow().id());
    }

    private record Heard(long at, String artist, String title) {}

    private List<Heard> heard() {
        return imports.database.query(
                "SELECT DISTINCT l.listened_at, a.name, s.title FROM listen l JOIN song s ON s.id = l.song_id"
                        + " JOIN artist a ON a.id = s.artist_id WHERE l.import_id IN"
                        + " (SELECT id FROM import WHERE status = 'completed') ORDER BY 1",
                row -> new Heard(row.getLong(1), row.getString(2), row.getString(3)));
    }

    private String listens() {
        return heard().stream()
                .map(one ->
                        one.at() - NOON + (RecordingKey.of(one.artist(), "Tarn").equals(ALONE) ? " alone" : " both"))
                .collect(Collectors.joining(", "));
    }

    private String exported() {
        return heard().stream().map(one -> line(one.at(), one.artist(), "")).collect(Collectors.joining());
    }
}
