package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spotify's extended history says of a play: whether it was one, and when it began. */
class SpotifyImporterTest {

    private static final long END = 1_709_323_200; // 2024-03-01T20:00:00Z

    @TempDir
    Path folder;

    private ExternalListen read(String fields) throws IOException {
        String row = """
                [{"ts":"2024-03-01T20:00:00Z","master_metadata_track_name":"Fern","master_metadata_album_artist_name":"Ada Moss",
                  "incognito_mode":false,%s}]
                """.formatted(fields);
        RecordedRows read = Fixtures.read(folder, Fixtures.bytes(row), Fixtures.forUser("anna"));
        assertThat(read.bad).isEmpty();
        assertThat(read.listens).hasSize(1);
        return read.listens.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // played to its end: a listen, however short
        "12000, trackdone, null, false",
        "12000, trackdone, true, false",
        "0, trackdone, false, false",
        // thirty seconds, and nothing speaks against it
        "30000, endplay, false, false",
        "29999, endplay, false, true",
        "29999, fwdbtn, false, true",
        "90000, logout, null, false",
        // marked as skipped
        "200000, fwdbtn, true, true",
        "200000, endplay, true, true",
        "200000, fwdbtn, null, false",
    })
    void listen_orSkip(int played, String reason, String skipped, boolean isSkip) throws IOException {
        ExternalListen listen =
                read("\"ms_played\":%d,\"reason_end\":\"%s\",\"skipped\":%s".formatted(played, reason, skipped));

        assertThat(listen.isSkipped()).isEqualTo(isSkip);
    }

    @ParameterizedTest
    @CsvSource({
        "90000, fwdbtn, false, 90000", "90000, backbtn, null, 90000", "90000, endplay, false, 0",
        "90000, trackdone, false, 0", "90000, fwdbtn, true, 0", "20000, fwdbtn, false, 0",
    })
    void listen_orSkip_mayDependOnTheLength(int played, String reason, String skipped, int brokenOff)
            throws IOException {
        ExternalListen listen =
                read("\"ms_played\":%d,\"reason_end\":\"%s\",\"skipped\":%s".formatted(played, reason, skipped));

        assertThat(listen.evidence())
                .isNotNull()
                .returns(
                        brokenOff,
                        evidence -> java.util.Objects.requireNonNull(evidence).brokenOffAfterMs());
        assertThat(listen.song().durationMs()).isEqualTo(reason.equals("trackdone") ? played : null);
    }

    @Test
    void start_isToldByADeviceThatWasOffline() throws IOException {
        long hours = 5 * 3600;
        long month = 30L * 24 * 3600;
        assertThat(at("0")).isEqualTo(END - 200);
        assertThat(at("null")).isEqualTo(END - 200);
        assertThat(at("-5")).isEqualTo(END - 200);
        assertThat(at("\"soon\"")).isEqualTo(END - 200);
        assertThat(at("1e400")).isEqualTo(END - 200);
        assertThat(at(String.valueOf(END - hours))).isEqualTo(END - hours);
        assertThat(at("\"%d\"".formatted(END - hours))).isEqualTo(END - hours);
        assertThat(at((END - hours) + "123")).as("13 digits").isEqualTo(END - hours);
        assertThat(at(String.valueOf(END - month))).isEqualTo(END - month);
        assertThat(at(String.valueOf(END - month - 1))).as("too long ago").isEqualTo(END - 200);
        assertThat(at(String.valueOf(END + 1))).as("after the end").isEqualTo(END - 200);
    }

    private long at(String offlineTimestamp) throws IOException {
        long offline = read("\"ms_played\":200000,\"offline\":true,\"offline_timestamp\":" + offlineTimestamp)
                .listenedAt();
        assertThat(read("\"ms_played\":200000,\"offline\":false,\"offline_timestamp\":" + offlineTimestamp)
                        .listenedAt())
                .as("offline or not")
                .isEqualTo(offline);
        return offline;
    }

    @Test
    void reading_ofBefore_isKeptBesideIt() throws IOException {
        ExternalListen listen = read(
                "\"ms_played\":20000,\"reason_end\":\"trackdone\",\"offline_timestamp\":%d".formatted(END - 90_000));

        assertThat(listen.listenedAt()).isEqualTo(END - 90_000);
        assertThat(listen.isSkipped()).isFalse();
        assertThat(listen.evidence()).isEqualTo(new PlayEvidence(0, END - 20, true));
    }
}
