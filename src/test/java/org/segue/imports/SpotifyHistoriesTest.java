package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;
import static org.segue.imports.formats.HistoryFixtures.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.imports.staging.StagingRepository;
import org.segue.listens.Listens;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

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
    void preview_listensThatDependOnALength_areToldOf() throws IOException {
        String rows = file(
                row(NOON, "Fern", 90_000, "fwdbtn", ",\"skipped\":false"),
                row(NOON + 1000, "Fern", 90_000, "trackdone", ""),
                row(NOON + 2000, "Moss", 90_000, "backbtn", ""));
        PreviewSink sink = new PreviewSink("anna");
        Path file = Files.write(folder.resolve("previewed.json"), bytes(rows));
        ImportReader reading = new ImportReader(ANNA, sink);
        reading.read(List.of(new Upload(file, "a.json")), bytes -> {});

        ImportPreview preview = sink.preview(new ImportPreview.Kept("", Instant.EPOCH), reading, null, List.of());

        assertThat(preview.content().counts().listens()).isEqualTo(3);
        assertThat(preview.leftOut().notes())
                .extracting(Sentence::text)
                .containsExactly(
                        "Plays that depend on the length of their song, which only the import looks up: 2. Those that end in its first half become skips.");
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

    @Test
    void accept_theSameFileAgain_replacesWhatFormerVersionsReadOfIt() throws IOException {
        byte[] file = bytes(file(
                row(NOON, "Fern", 12_000, "trackdone", ""),
                row(NOON + 1000, "Moss", 90_000, "endplay", ",\"skipped\":true"),
                row(NOON + 90_000, "Reed", 200_000, "trackdone", ",\"offline_timestamp\":%d".formatted(NOON + 5000)),
                row(NOON + 7000, "Sedge", 200_000, "trackdone", ""),
                row(NOON + 8000, "Rush", 9_000, "fwdbtn", "")));
        ImportJob former = imports.run(ANNA, file);
        asReadByFormerVersions(former.id());
        assertThat(annas().keySet()).containsExactlyInAnyOrder("ada-moss-moss", "ada-moss-reed", "ada-moss-sedge");

        ImportJob again = imports.run(ANNA, file);
        assertThat(again.counts().notes())
                .extracting(Sentence::text)
                .containsExactly(
                        "Plays of earlier imports were read again: 1 start at another time, 1 are plays instead of skips, 1 are skips instead of plays.");
        assertThat(again.counts().listensAdded()).isZero();
        assertThat(again.counts().duplicates()).isEqualTo(3);
        assertTold();

        assertThat(imports.run(ANNA, file).counts().notes()).as("once more").isEmpty();
        imports.undo(again.id());
        assertTold();
        imports.undo(again.id() + 1);
        assertTold();
        imports.undo(former.id());
        assertNothingIsLeft();
    }

    private void assertTold() {
        assertThat(annas().keySet()).containsExactlyInAnyOrder("ada-moss-fern", "ada-moss-reed", "ada-moss-sedge");
        assertThat(imports.database.query(
                        "SELECT DISTINCT listened_at FROM listen WHERE skipped = 0 ORDER BY 1", row -> row.getLong(1)))
                .containsExactly(NOON - 12, NOON + 5000, NOON + 6800);
        assertThat(imports.database.query(
                        "SELECT DISTINCT listened_at FROM listen WHERE skipped = 1 ORDER BY 1", row -> row.getLong(1)))
                .containsExactly(NOON + 910, NOON + 7991);
    }

    // Less than thirty seconds was a skip, everything else a listen; the start was reckoned from the end.
    private void asReadByFormerVersions(int importId) {
        imports.database.writeNow(
                connection -> Statements.update(connection, "UPDATE import SET reading = 1 WHERE id = ?", importId));
        imports.database.writeNow(connection -> Statements.update(
                connection,
                "UPDATE listen SET skipped = 1 - skipped WHERE listened_at IN (?, ?)",
                NOON - 12,
                NOON + 910));
        imports.database.writeNow(connection -> Statements.update(
                connection, "UPDATE listen SET listened_at = ? WHERE listened_at = ?", NOON + 89_800, NOON + 5000));
    }

    @Test
    void accept_theSameFileAgain_whenTheLengthIsKnown_decidesAnew() throws IOException {
        byte[] file = bytes(file(row(NOON, "Fern", 90_000, "fwdbtn", ",\"skipped\":false")));
        imports.run(ANNA, file);
        assertThat(annas()).hasSize(1);
        imports.run(ANNA, bytes(file(row(NOON + 4000, "Fern", 210_000, "trackdone", ""))));
        assertThat(annas()).isEqualTo(Map.of("ada-moss-fern", 2.0));

        ImportJob again = imports.run(ANNA, file);
        assertThat(again.counts().notes()).hasSize(1).first().asString().contains("1 are skips instead of plays");
        assertThat(annas()).isEqualTo(Map.of("ada-moss-fern", 1.0));
    }

    @Test
    void accept_theSameFileAgain_doesNotBringBackWhatWasDeletedUnderItsFormerTime() throws IOException {
        byte[] file = bytes(file(
                row(NOON + 90_000, "Reed", 200_000, "trackdone", ",\"offline_timestamp\":%d".formatted(NOON + 5000))));
        ImportJob former = imports.run(ANNA, file);
        asReadByFormerVersions(former.id());
        int anna = imports.catalog.users().byPublicId("anna").orElseThrow().id();
        int reed = imports.catalog
                .songs()
                .byPublicId("ada-moss-reed")
                .orElseThrow()
                .id();
        Listens.delete(imports.database, anna, NOON + 89_800, reed);

        imports.run(ANNA, file);
        assertThat(annas()).isEmpty();
    }

    private Map<String, Double> annas() {
        return imports.plays().getOrDefault("anna", Map.of());
    }
}
