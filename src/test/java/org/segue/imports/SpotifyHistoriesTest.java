package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;
import static org.segue.imports.formats.HistoryFixtures.zip;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.imports.staging.StagingRepository;

/** Spotify's extended history from the file to what counts. */
class SpotifyHistoriesTest extends WithRunningImports {

    private static final ImportOptions ANNA = forUser("anna");
    private static final long NOON = 1_709_294_400; // 2024-03-01T12:00:00Z

    private static String row(long end, String title, int played, String reason, String more) {
        return """
                {"ts":"%s","ms_played":%d,"master_metadata_track_name":"%s","master_metadata_album_artist_name":"Ada Moss",
                 "reason_end":"%s","incognito_mode":false%s}""".formatted(Instant.ofEpochSecond(end), played, title, reason, more);
    }

    private static String file(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    @Test
    void accept_brokenOffInTheFirstHalf_isASkip_whereTheLengthIsTold() throws IOException {
        // The song is played to its end behind the rows that depend on it, and in another file too.
        String first = file(
                row(NOON, "Fern", 90_000, "fwdbtn", ",\"skipped\":false"),
                row(NOON + 1000, "Fern", 110_000, "fwdbtn", ",\"skipped\":false"),
                row(NOON + 2000, "Moss", 90_000, "backbtn", ""),
                row(NOON + 3000, "Fern", 60_000, "trackdone", ""));
        String second = file(row(NOON + 4000, "Fern", 210_000, "trackdone", ""));
        ImportJob job = imports.run(ANNA, zip("a.json", first, "b.json", second));

        assertThat(annas()).isEqualTo(Map.of("ada-moss-fern", 3.0, "ada-moss-moss", 1.0));
        assertThat(job.counts().skipped()).containsEntry(StagingRepository.SKIP, 1L);
        assertThat(job.counts().listensAdded()).isEqualTo(4);
    }

    @Test
    void accept_brokenOffInTheFirstHalf_isASkip_whereTheLengthWasKnown() throws IOException {
        imports.run(ANNA, bytes("""
                {"listened_at":1700000000,"track_metadata":{"track_name":"Fern","artist_name":"Ada Moss","additional_info":{"duration_ms":300000}}}
                """));
        imports.run(
                ANNA,
                bytes(file(row(NOON, "Fern", 149_900, "fwdbtn", ""), row(NOON + 1000, "Fern", 150_000, "fwdbtn", ""))));

        assertThat(annas()).isEqualTo(Map.of("ada-moss-fern", 2.0));
    }

    @Test
    void accept_aBatchOfADeviceThatWasOffline_isAsManyListens() throws IOException {
        imports.run(
                ANNA,
                bytes(file(
                        row(NOON, "Fern", 200_000, "trackdone", ",\"offline\":true,\"offline_timestamp\":1709280000"),
                        row(
                                NOON,
                                "Fern",
                                200_000,
                                "trackdone",
                                ",\"offline\":true,\"offline_timestamp\":1709281000000"),
                        row(
                                NOON,
                                "Fern",
                                200_000,
                                "trackdone",
                                ",\"offline\":true,\"offline_timestamp\":1709282000"))));

        assertThat(annas()).isEqualTo(Map.of("ada-moss-fern", 3.0));
    }

    private Map<String, Double> annas() {
        return imports.plays().getOrDefault("anna", Map.of());
    }
}
