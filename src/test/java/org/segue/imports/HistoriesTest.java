package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;
import static org.segue.imports.formats.HistoryFixtures.tar;
import static org.segue.imports.formats.HistoryFixtures.zip;
import static org.segue.imports.formats.HistoryFixtures.zstd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Song;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Verdicts;
import org.segue.imports.formats.Fixtures;
import org.segue.imports.formats.HistoryFixtures;
import org.segue.imports.formats.SpotifyImporter;
import org.segue.imports.staging.StagingRepository;
import org.segue.interactions.Interactions;
import org.segue.interactions.UserHistory;
import org.segue.jobs.JobStatus;
import org.segue.listens.Listens;
import org.segue.listens.Measure;
import org.segue.storage.Statements;

/** Histories from the file to what counts: archives, one recording one song, duplicates of several formats, undo. */
class HistoriesTest extends WithRunningImports {

    private static final ImportOptions ANNA = forUser("anna");
    private static final String HARBOUR = HistoryFixtures.MBID;

    @Test
    void accept_everyFormatForOnePerson_oneListenIsOneListen() throws IOException {
        long listens = 0;
        for (Map.Entry<String, String> shape : HistoryFixtures.ALL.entrySet()) {
            if (!shape.getKey().equals("listenbrainz-dump") && !shape.getKey().startsWith("lastfmstats")) {
                ImportJob job = imports.run(ANNA, bytes(shape.getValue()));
                assertThat(job).as(shape.getKey()).returns(JobStatus.COMPLETED, ImportJob::status);
                assertThat(job.format()).isEqualTo(shape.getKey());
                listens += job.counts().listensAdded();
            }
        }

        // Harbour Lights once; Rope once, and its live version; Paper Boats once: whatever told of them, and however
        // often.
        assertThat(annas().values()).containsExactlyInAnyOrder(1.0, 1.0, 1.0, 1.0);
        assertThat(listens).isEqualTo(4);
        assertThat(imports.catalog.users().search("", 0, 10)).hasSize(1);
    }

    @Test
    void accept_everyFormatInOneImport_oneListenIsOneListen() throws IOException {
        byte[] all = zip(HistoryFixtures.ALL.entrySet().stream()
                .filter(shape -> !shape.getKey().equals("listenbrainz-dump"))
                .filter(shape -> !shape.getKey().startsWith("lastfmstats"))
                .flatMap(shape -> java.util.stream.Stream.of(shape.getKey(), shape.getValue()))
                .toArray());
        ImportJob job = imports.run(ANNA, all);

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(annas().values()).containsExactlyInAnyOrder(1.0, 1.0, 1.0, 1.0);
        assertThat(job.counts().listensAdded()).isEqualTo(4);
        assertThat(job.counts().duplicates()).isEqualTo(12);
    }

    @Test
    void undo_ofEachImport_takesBackWhatItAloneBrought() throws IOException {
        ImportJob spotify = imports.run(ANNA, bytes(HistoryFixtures.SPOTIFY));
        ImportJob account = imports.run(ANNA, bytes(HistoryFixtures.SPOTIFY_ACCOUNT));
        ImportJob lastFm = imports.run(ANNA, bytes(HistoryFixtures.LASTFM_CSV));
        assertThat(account.counts().listensAdded()).isZero();
        assertThat(account.counts().duplicates()).isEqualTo(1);
        assertThat(lastFm.counts().listensAdded()).isEqualTo(2);

        imports.undo(spotify.id());
        assertThat(annas()).hasSize(3).containsEntry("nella-quist-harbour-lights", 1.0);
        imports.undo(lastFm.id());
        assertThat(annas()).containsExactly(Map.entry("nella-quist-harbour-lights", 1.0));
        imports.undo(account.id());
        assertNothingIsLeft();
    }

    @Test
    void accept_spotifyZip_passesOverWhatIsNoHistory_andKeepsNoAddress() throws IOException {
        ImportJob job = imports.run(ANNA, HistoryFixtures.spotifyZip());

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.counts().skipped())
                .containsEntry(StagingRepository.NO_HISTORY, 1L)
                .containsEntry(StagingRepository.SKIP, 1L)
                .containsEntry(SpotifyImporter.NO_SONG, 1L);
        assertThat(job.counts().listensAdded()).isEqualTo(1);
        assertThat(job.counts().badRows().first().get(0).file())
                .endsWith(".data: Spotify Extended Streaming History/Streaming_History_Audio_2023_0.json"
                        .substring(".data".length()));
        imports.database.writeNow(
                connection -> Statements.update(connection, "DELETE FROM source WHERE name = 'none'"));
        for (String file : List.of("segue.db", "segue.db-wal")) {
            String stored = Files.exists(folder.resolve(file))
                    ? new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1)
                    : "";
            assertThat(stored).doesNotContain("203.0.113.77", "2001:db8::7", "Agent/7", "linux");
        }
    }

    @Test
    void accept_skips_areNoInteractionsButAWeakDislike() throws IOException {
        imports.run(ANNA, bytes(HistoryFixtures.SPOTIFY));
        int anna = imports.catalog.users().byPublicId("anna").orElseThrow().id();
        int boats = imports.catalog
                .songs()
                .byPublicId("nella-quist-paper-boats")
                .orElseThrow()
                .id();
        UserHistory history = Interactions.of(imports.database).history(anna, Measure.PLAYS);

        assertThat(history.size()).isEqualTo(1);
        assertThat(history.contains(boats)).isFalse();
        assertThat(history.preferences().weightOf(boats)).isEqualTo(-0.5f);
        assertThat(history.isKnown(boats)).isTrue();
    }

    @Test
    void accept_listenBrainzZip_isTheOwnersWithFeedback_andGoesWithIt() throws IOException {
        ImportJob job = imports.run(ImportOptions.auto(), HistoryFixtures.listenBrainzZip());

        assertThat(job).returns(JobStatus.COMPLETED, ImportJob::status).returns("listenbrainz", ImportJob::source);
        assertThat(imports.plays()).containsOnlyKeys("quay_brainz");
        assertThat(job.counts().skipped())
                .containsEntry("feedback that was removed later", 1L)
                .containsEntry("feedback for an unknown song", 1L);
        int user =
                imports.catalog.users().byPublicId("quay_brainz").orElseThrow().id();
        assertThat(Verdicts.of(imports.database).of(user, Instant.now()))
                .extracting(StoredFeedback::publicId)
                .containsExactly(HARBOUR);

        imports.undo(job.id());
        assertNothingIsLeft();
    }

    @Test
    void accept_archivesOfEveryKind_areUnpacked() throws IOException {
        byte[] tar = tar("dump/listens/2023/3.listens", HistoryFixtures.LISTENBRAINZ_DUMP, "dump/COPYING", "CC0");
        byte[] nested = zip("inner.zip", zip("deep/history.json", HistoryFixtures.SPOTIFY));
        for (byte[] archive : List.of(
                tar,
                Fixtures.gzip(tar),
                zstd(tar),
                zstd(bytes(HistoryFixtures.LISTENBRAINZ_DUMP)),
                zip("x.tar.gz", Fixtures.gzip(tar)))) {
            ImportJob job = imports.run(ImportOptions.auto(), archive);
            assertThat(job.error()).isNull();
            assertThat(imports.plays()).containsOnlyKeys("far_away", "further");
            imports.undo(job.id());
        }
        assertThat(imports.run(ANNA, nested).counts().listensAdded()).isEqualTo(1);
    }

    @Test
    void accept_hostileArchives_areRefusedInSentences() throws IOException {
        Object[] many = new Object[1002];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "f" + i;
            many[i + 1] = "x";
        }
        assertRefused(zip(many), "more than 500 files");
        assertRefused(
                zip("a.zip", zip("b.zip", zip("c.zip", zip("d.json", HistoryFixtures.SPOTIFY)))), "nested too deeply");
        assertRefused(zip("readme.txt", "nothing to hear"), "contains no listening history");
        byte[] whole = HistoryFixtures.spotifyZip();
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "is ");
        byte[] packed = zstd(bytes(HistoryFixtures.LISTENBRAINZ_DUMP.repeat(50)));
        assertRefused(Arrays.copyOf(packed, packed.length - 20), "incomplete");
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 10, 60, (byte) 0x55);
        assertRefused(damaged, "can’t be read to its end");
        assertThat(imports.run(ANNA, zip("../../../../etc/passwd.json", HistoryFixtures.SPOTIFY))
                        .status())
                .as("a name is no path")
                .isEqualTo(JobStatus.COMPLETED);
        assertThat(folder.resolve("../etc")).doesNotExist();
    }

    @Test
    void visit_entryLargerThanAllowed_isRefusedBeforeItIsAllRead() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb"), zip("big.json", new byte[20 << 20]));
        Archive archive = new Archive(
                count -> {}, (file, isMember) -> file.open().transferTo(java.io.Writer.nullWriter()), 1 << 20);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> archive.visit(new Upload(bomb, "bomb.zip")))
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "bomb.zip: big.json is larger than 1 MB unpacked. Upload it on its own instead of in an archive.");
    }

    @Test
    void visit_entryLargerThanAllowed_isRefusedAsSuch_whereAParserTakesTheRefusalForDamage() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb"), zip("big.csv", new byte[20 << 20]));
        Archive archive = new Archive(
                count -> {},
                (file, isMember) -> {
                    try (java.io.Reader text = file.open()) {
                        text.transferTo(java.io.Writer.nullWriter());
                    } catch (ImportException e) {
                        throw new IOException("it is damaged", e);
                    }
                },
                1 << 20);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> archive.visit(new Upload(bomb, "bomb.zip")))
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "bomb.zip: big.csv is larger than 1 MB unpacked. Upload it on its own instead of in an archive.");
    }

    @Test
    void accept_manyBadRows_isAReport() throws IOException {
        String bad = "{\"listened_at\":1,\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"\\u0000\"}}\n";
        ImportJob job = imports.run(ANNA, bytes(HistoryFixtures.LISTENBRAINZ + bad.repeat(100_000)));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.counts().badRows().count()).isEqualTo(100_001);
        assertThat(job.counts().badRows().first()).hasSize(100);
    }

    @Test
    void accept_cutOffFile_leavesNothing() throws IOException {
        ImportJob job = imports.run(
                ANNA, bytes(HistoryFixtures.SPOTIFY.substring(0, HistoryFixtures.SPOTIFY.indexOf("Paper"))));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).isEqualTo("file0 is incomplete: it ends after entry 2.");
        assertNothingIsLeft();
    }

    @Test
    void songs_firstSpellingIsShown_untilOneWithAnMbidComes() throws IOException {
        imports.run(ANNA, bytes(HistoryFixtures.SPOTIFY.replace("Harbour Lights", "HARBOUR LIGHTS (2011 Remaster)")));
        assertThat(imports.catalog.songs().byPublicId("nella-quist-harbour-lights"))
                .map(Song::title)
                .contains("HARBOUR LIGHTS (2011 Remaster)");
        imports.run(ANNA, bytes(HistoryFixtures.LASTFM_API));

        assertThat(imports.catalog.songs().byPublicId("nella-quist-harbour-lights"))
                .map(Song::title)
                .contains("Harbour Lights");
        assertThat(imports.catalog.songs().byAlias("musicbrainz", HARBOUR))
                .map(Song::publicId)
                .contains("nella-quist-harbour-lights");
        assertThat(imports.catalog.songs().search("harbour", 0, 10)).hasSize(1);
        assertThat(annas()).containsExactly(Map.entry("nella-quist-harbour-lights", 1.0));
    }

    @Test
    void songs_thatTurnOutToBeOne_areJoined_andBothIdsLeadToIt() throws IOException {
        ImportJob other = imports.run(ANNA, bytes(listens("Harbor Lts", null, 1_680_000_000, 1_680_000_600)));
        ImportJob withMbid = imports.run(ANNA, bytes(listens("Harbour Lights", HARBOUR, 1_680_000_000, 1_690_000_000)));
        assertThat(annas()).hasSize(2);

        ImportJob evidence = imports.run(ANNA, bytes(listens("Harbor Lts", HARBOUR, 1_700_000_000)));
        assertThat(annas()).containsExactly(Map.entry(HARBOUR, 4.0));
        for (String id : List.of(HARBOUR, "nella-quist-harbor-lts")) {
            assertThat(imports.catalog.songs().byPublicId(id)).map(Song::title).contains("Harbour Lights");
        }
        assertThat(imports.catalog.songs().search("harbor", 0, 10)).isEmpty();

        imports.run(ANNA, bytes(listens("harbor lts", null, 1_710_000_000)));
        assertThat(annas()).containsExactly(Map.entry(HARBOUR, 5.0));
        imports.undo(withMbid.id());
        assertThat(annas()).as("its row under the other key stays").containsExactly(Map.entry(HARBOUR, 4.0));
        imports.undo(other.id());
        imports.undo(evidence.id());
        assertThat(annas()).containsExactly(Map.entry(HARBOUR, 1.0));
    }

    @Test
    void listens_ofSongsThatTurnOutToBeOne_areOneIfTheyAreTheSamePlay() throws IOException {
        ImportJob words = imports.run(ANNA, bytes(listens("Harbor Lts", null, 1_680_000_000, 1_680_000_600)));
        ImportJob ids = imports.run(ANNA, bytes(listens("Harbour Lights", HARBOUR, 1_680_000_006, 1_690_000_000)));
        ImportJob evidence = imports.run(ANNA, bytes(listens("Harbor Lts", HARBOUR, 1_700_000_000)));

        assertThat(annas()).containsExactly(Map.entry(HARBOUR, 4.0));
        assertThat(annasListens()).isEqualTo(4);
        imports.undo(ids.id());
        assertThat(annasListens()).as("what both had stays").isEqualTo(3);
        imports.undo(words.id());
        assertThat(annasListens()).isEqualTo(1);
        imports.undo(evidence.id());
        assertNothingIsLeft();
    }

    @Test
    void listens_ofSongsThatTurnOutToBeOneInTheSameImport_areOne() throws IOException {
        String words = "Nella Quist,,Harbor Lts,28 Mar 2023 10:40\n";
        imports.run(
                ANNA,
                bytes(words),
                bytes(listens("Harbour Lights", HARBOUR, 1_680_000_006)),
                bytes(listens("Harbor Lts", HARBOUR, 1_690_000_000)));

        assertThat(annas()).containsExactly(Map.entry(HARBOUR, 2.0));
        assertThat(annasListens()).isEqualTo(2);
    }

    @Test
    void listens_deletedUnderANameThatWent_doNotComeBackUnderTheOther() throws IOException {
        imports.run(ANNA, bytes(listens("Harbor Lts", null, 1_680_000_000)));
        int anna = imports.catalog.users().byPublicId("anna").orElseThrow().id();
        int song = imports.catalog
                .songs()
                .byPublicId("nella-quist-harbor-lts")
                .orElseThrow()
                .id();
        Listens.delete(imports.database, anna, 1_680_000_000, song);
        imports.run(ANNA, bytes(listens("Harbour Lights", HARBOUR, 1_690_000_000)));
        imports.run(ANNA, bytes(listens("Harbor Lts", HARBOUR, 1_700_000_000)));

        imports.run(ANNA, bytes(listens("Harbour Lights", HARBOUR, 1_680_000_003)));
        assertThat(annasListens()).isEqualTo(2);
    }

    @Test
    void songs_thatMusicBrainzTellsApart_stayTwo() throws IOException {
        String second = HARBOUR.replace('3', '4');
        imports.run(ANNA, bytes(listens("One", HARBOUR, 1_680_000_000)));
        imports.run(ANNA, bytes(listens("Two", second, 1_681_000_000)));
        imports.run(ANNA, bytes(listens("Two", HARBOUR, 1_682_000_000)));

        assertThat(annas()).isEqualTo(Map.of(HARBOUR, 2.0, second, 1.0));
    }

    @Test
    void songs_ofTables_areFoundByNameWhateverTheirId() throws IOException {
        imports.run("one", "user,song_id,plays,title,artist\ndora,s1,3,Harbour Lights,Nella Quist\n");
        imports.run("two", "user,song_id,plays,title,artist\nben,t9,4,harbour lights,NELLA QUIST\nben,t8,1,Intro,\n");
        imports.run(ANNA, bytes(HistoryFixtures.LASTFM_API));

        assertThat(imports.plays())
                .isEqualTo(Map.of(
                        "anna", Map.of("s1", 1.0), "dora", Map.of("s1", 3.0), "ben", Map.of("s1", 4.0, "t8", 1.0)));
        assertThat(imports.catalog.songs().byAlias("two", "t9"))
                .map(Song::publicId)
                .contains("s1");
    }

    @Test
    void listens_onRepeat_stayApart() throws IOException {
        String repeats = listens("Rope", null, 1_680_000_000, 1_680_000_031, 1_680_000_062);
        imports.run(ANNA, bytes(repeats));
        String minutes = "Nella Quist,,Rope,28 Mar 2023 10:40\nNella Quist,,Rope,28 Mar 2023 10:41\n";
        ImportJob vague = imports.run(ANNA, bytes(minutes));

        assertThat(vague.counts().duplicates()).isEqualTo(2);
        assertThat(annas().values()).containsExactly(3.0);
    }

    private static String listens(String title, @org.jspecify.annotations.Nullable String mbid, long... times) {
        StringBuilder lines = new StringBuilder();
        for (long time : times) {
            lines.append(
                    "{\"listened_at\":%d,\"track_metadata\":{\"track_name\":\"%s\",\"artist_name\":\"Nella Quist\","
                                    .formatted(time, title)
                            + "\"additional_info\":{%s}}}\n"
                                    .formatted(mbid == null ? "" : "\"recording_mbid\":\"" + mbid + '"'));
        }
        return lines.toString();
    }

    private void assertRefused(byte[] file, String words) throws IOException {
        ImportJob job = imports.run(ANNA, file);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.error()).contains(words);
        assertNothingIsLeft();
    }

    private Map<String, Double> annas() {
        return imports.plays().getOrDefault("anna", Map.of());
    }

    private int annasListens() {
        return Listens.count(
                imports.database,
                imports.catalog.users().byPublicId("anna").orElseThrow().id());
    }
}
