package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.RecordedRows.BadRow;
import org.segue.testsupport.Eventually;

class HistoryImportersTest {

    private static final long HARBOUR_AT = 1_677_700_801;
    private static final long ROPE_AT = 1_677_787_200;

    @TempDir
    Path folder;

    @Test
    void recognizes_everyShapeByItsContent() throws IOException {
        for (Map.Entry<String, String> shape : HistoryFixtures.ALL.entrySet()) {
            assertThat(format(shape.getValue())).isEqualTo(shape.getKey());
            assertThat(format("\uFEFF" + shape.getValue().replace("\uFEFF", "").replace("\n", "\r\n")))
                    .as("with a mark and CRLF")
                    .isEqualTo(shape.getKey());
        }
        assertThat(format(HistoryFixtures.LASTFM_API)).isEqualTo("lastfm-json");
        assertThat(format(HistoryFixtures.LASTFM_API_SINGLE)).isEqualTo("lastfm-json");
        assertThat(format(HistoryFixtures.LISTENBRAINZ_USER)).isEqualTo("listenbrainz-export");
        assertThat(format(HistoryFixtures.LISTENBRAINZ_FEEDBACK)).isEqualTo("listenbrainz-export");
    }

    @Test
    void read_noUserInFileOrRequest_isASentence() {
        assertThatThrownBy(() -> Fixtures.read(folder, HistoryFixtures.SPOTIFY))
                .isInstanceOf(ImportException.class)
                .hasMessage("file.csv doesn’t name a user. Enter whose history it is (API: user=…).");
    }

    @Test
    void spotify_timeIsTheEnd_skipsPodcastsPrivateAndShortAreTold() throws IOException {
        RecordedRows read = read(HistoryFixtures.SPOTIFY);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(1_677_700_800L, 1_677_701_031L);
        assertThat(read.listens).extracting(ExternalListen::isSkipped).containsExactly(false, true);
        assertThat(read.listens.get(0).song())
                .returns("Harbour Lights", song -> song.title())
                .returns("Nella Quist", song -> song.artist())
                .returns("Low Tide", song -> song.album());
        assertThat(read.skipped).isEqualTo(Map.of(SpotifyImporter.NO_SONG, 1, "private session", 1));
        assertThat(read.bad)
                .containsExactly(new BadRow(
                        "file.csv", 5, "ts must be between October 2002 and now, but is \"1970-01-01T00:00:00Z\""));
    }

    @Test
    void spotifyAccount_tellsTheMinuteOfTheEnd() throws IOException {
        RecordedRows read = read(HistoryFixtures.SPOTIFY_ACCOUNT);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(1_677_700_770L, 1_677_744_896L);
        assertThat(read.listens).extracting(ExternalListen::spread).containsOnly(59);
        assertThat(read.listens).extracting(ExternalListen::isSkipped).containsExactly(false, true);
        assertThat(read.skipped).isEqualTo(Map.of(SpotifyImporter.NO_SONG, 1));
        assertThat(read.bad).isEmpty();
    }

    @Test
    void lastFmCsv_hasNoHeaderAndTwoKindsOfDates() throws IOException {
        RecordedRows read = read(HistoryFixtures.LASTFM_CSV);

        assertThat(read.listens)
                .extracting(ExternalListen::listenedAt)
                .containsExactly(1_677_700_800L, 1_742_049_000L, 1_742_049_240L);
        assertThat(read.listens.get(1).song())
                .returns("Ferrymen, The", song -> song.artist())
                .returns("Rope \"live\"", song -> song.title())
                .returns(null, song -> song.album());
        assertThat(read.skipped).containsOnlyKeys(LastFmApiImporter.PLAYING_NOW);
        assertThat(read.badLines()).containsExactly(5L);
    }

    @Test
    void lastFm_allOthers_tellTheSameListens() throws IOException {
        for (String shape : new String[] {
            HistoryFixtures.LASTFM_TABLE,
            HistoryFixtures.LASTFM_PAGES,
            HistoryFixtures.LASTFMSTATS,
            HistoryFixtures.LASTFMSTATS_CSV
        }) {
            RecordedRows read = read(shape);
            assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
            assertThat(read.listens)
                    .extracting(listen -> listen.song().title())
                    .containsExactly("Harbour Lights", "Rope");
            assertThat(read.bad).isEmpty();
        }
    }

    @Test
    void lastFmApi_nowPlayingIsPassedOver_andOneTrackMayBeAnObject() throws IOException {
        RecordedRows several = read(HistoryFixtures.LASTFM_API);
        assertThat(several.skipped).isEqualTo(Map.of(LastFmApiImporter.PLAYING_NOW, 1));
        assertThat(several.listens)
                .singleElement()
                .satisfies(listen -> assertThat(listen.song().mbid()).isEqualTo(HistoryFixtures.MBID));

        assertThat(read(HistoryFixtures.LASTFM_API_SINGLE).listens)
                .extracting(ExternalListen::listenedAt)
                .containsExactly(HARBOUR_AT);
    }

    @Test
    void lastFmStats_nameTheirUser() throws IOException {
        assertThat(read(HistoryFixtures.LASTFMSTATS).listens)
                .extracting(ExternalListen::user)
                .containsOnly("quay_side");
        assertThat(Fixtures.read(folder, HistoryFixtures.LASTFMSTATS_CSV).listens)
                .extracting(ExternalListen::user)
                .containsOnly("quay_side");
    }

    @Test
    void listenBrainz_hasWhatIdentifiesTheRecording() throws IOException {
        RecordedRows read = read(HistoryFixtures.LISTENBRAINZ);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
        assertThat(read.listens.get(0).song())
                .returns(HistoryFixtures.MBID, song -> song.mbid())
                .returns("NOA1B2300001", song -> song.isrc())
                .returns(210_500, song -> song.durationMs());
        assertThat(read.listens.get(0).msid()).isEqualTo(HistoryFixtures.MSID);
        assertThat(read.bad).containsExactly(new BadRow("file.csv", 3, "missing track"));
    }

    @Test
    void listenBrainz_feedbackAndOwner() throws IOException {
        RecordedRows feedback = read(HistoryFixtures.LISTENBRAINZ_FEEDBACK);
        assertThat(feedback.feedback)
                .extracting(ExternalFeedback::verdict)
                .containsExactly(Verdict.LOVE, Verdict.DISLIKE);
        assertThat(feedback.skipped).hasSize(1);
        assertThat(feedback.badLines()).containsExactly(4L);

        assertThat(Fixtures.read(folder, HistoryFixtures.LISTENBRAINZ_USER).owner)
                .isEqualTo("quay_brainz");
        RecordedRows own = Fixtures.read(folder, "{\"user_id\":1,\"username\":\"Anna Q\",\"segue_user\":\"anna-q\"}");
        assertThat(own.owner).isEqualTo("Anna Q");
        assertThat(own.houseId).isEqualTo("anna-q");
    }

    @Test
    void segue_skipsAndVerdictsOnSongsAndArtists() throws IOException {
        RecordedRows read = read(HistoryFixtures.SEGUE);

        assertThat(format(HistoryFixtures.SEGUE)).isEqualTo("listenbrainz-export");
        assertThat(read.listens).singleElement().matches(ExternalListen::isSkipped);
        ExternalFeedback ban = read.feedback.get(0);
        assertThat(ban.verdict()).isEqualTo(Verdict.BAN);
        assertThat(ban.until()).isEqualTo(4_070_908_800L);
        assertThat(ban.target().song()).extracting(ExternalSong::title).isEqualTo("Rope");
        assertThat(read.feedback.get(1).target().artist()).isEqualTo("Nella Quist");
        assertThat(read.bad)
                .extracting(BadRow::reason)
                .containsExactly(
                        "\"verdict\" must be \"love\", \"dislike\", or \"ban\"",
                        "until must be a time in seconds since 1970",
                        "\"segue\" must be \"skip\" or \"verdict\"",
                        "missing track");
    }

    @Test
    void list_hasItsIdTitleTimeAndSongsInOrder() throws IOException {
        RecordedRows read = read(HistoryFixtures.LIST);

        assertThat(read.lists)
                .singleElement()
                .returns("anna", ExternalList::user)
                .returns(HistoryFixtures.LIST_ID, ExternalList::id)
                .returns("For the ferry", ExternalList::title)
                .returns(1_678_010_400L, ExternalList::createdAt)
                .satisfies(list -> assertThat(list.songs())
                        .extracting(song -> song.title(), song -> song.mbid(), song -> song.durationMs())
                        .containsExactly(
                                tuple("Rope", null, null),
                                tuple("Harbour Lights", HistoryFixtures.MBID, 210_500),
                                tuple("Slack Water", null, null)));
        assertThat(read.badLines()).containsExactly(4L);
    }

    @Test
    void list_withoutAnId_isKnownByWhatItSays() throws IOException {
        String nameless = HistoryFixtures.LIST.replace(HistoryFixtures.LIST_ID, "");
        String id = read(nameless).lists.get(0).id();

        assertThat(read(nameless).lists.get(0).id()).isEqualTo(id).hasSize(36);
        assertThat(read(nameless.replace("Slack", "High")).lists.get(0).id()).isNotEqualTo(id);
    }

    @Test
    void list_withoutADate_isOfNow_andKnownAgainLater() throws Exception {
        String undated = HistoryFixtures.LIST
                .replace(HistoryFixtures.LIST_ID, "")
                .replace("\"date\":\"2023-03-05T10:00:00Z\",", "");
        assertThat(undated).doesNotContain("2023");
        long before = Instant.now().getEpochSecond();

        ExternalList list = read(undated).lists.get(0);

        assertThat(list.createdAt()).isBetween(before, Instant.now().getEpochSecond());
        Eventually.until(() -> Instant.now().getEpochSecond() > list.createdAt());
        assertThat(read(undated).lists.get(0).id()).isEqualTo(list.id());
    }

    @Test
    void list_thatMakesNoSense_isTold() throws IOException {
        assertThat(read(HistoryFixtures.LIST.replace("2023-03-05T", "some day"))
                        .bad
                        .get(1)
                        .reason())
                .isEqualTo(
                        "date must be seconds since 1970 or a date like 2024-05-31 20:15:00, but is \"some day10:00:00Z\"");
        assertThat(read(HistoryFixtures.LIST.replace("For the ferry", " "))
                        .bad
                        .get(1)
                        .reason())
                .isEqualTo("the playlist has no title");
        assertThat(read("{\"playlist\":{\"title\":\"a\",\"date\":\"2023-03-05T10:00:00Z\",\"track\":[]}}").skipped)
                .isEqualTo(Map.of(ListImporter.EMPTY, 1));
        String track = "{\"title\":\"a\",\"creator\":\"b\"},";
        RecordedRows tooLong = read("{\"playlist\":{\"title\":\"a\",\"date\":\"2023-03-05T10:00:00Z\",\"track\":["
                + track.repeat(ListImporter.MAX_SONGS + 1) + "{}]}}");
        assertThat(tooLong.lists.get(0).songs()).hasSize(ListImporter.MAX_SONGS);
        assertThat(tooLong.bad).hasSize(2);
    }

    @Test
    void listenBrainzDump_namesUsersLineByLine() throws IOException {
        assertThat(Fixtures.read(folder, HistoryFixtures.LISTENBRAINZ_DUMP).listens)
                .extracting(ExternalListen::user)
                .containsExactly("far_away", "further");
    }

    @Test
    void maloja_otherArtistsAreGuests() throws IOException {
        RecordedRows read = read(HistoryFixtures.MALOJA);

        assertThat(read.listens.get(0).song())
                .returns("Nella Quist feat. Otto Brask", song -> song.artist())
                .returns("Low Tide", song -> song.album())
                .returns(210_000, song -> song.durationMs());
        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
    }

    @Test
    void pano_onlyScrobblesArePlays() throws IOException {
        RecordedRows read = read(HistoryFixtures.PANO);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT);
        assertThat(read.skipped).isEqualTo(Map.of("not a scrobble", 1));
        assertThat(read.badLines()).containsExactly(3L);
    }

    @Test
    void scrobblerLog_ratingTellsSkips_andAClockThatWasNeverSetIsBad() throws IOException {
        RecordedRows read = read(HistoryFixtures.SCROBBLER_LOG);

        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
        assertThat(read.listens).extracting(ExternalListen::isSkipped).containsExactly(false, true);
        assertThat(read.badLines()).containsExactly(6L);
    }

    @Test
    void scrobblerLog_unknownZone_isTheServices() throws IOException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Oslo"));
        try {
            assertThat(read(HistoryFixtures.SCROBBLER_LOG.replace("#TZ/UTC", "#TZ/UNKNOWN"))
                            .listens
                            .get(0)
                            .listenedAt())
                    .isEqualTo(HARBOUR_AT - 3600);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void json_cutOff_namesThePlace() {
        String cut = HistoryFixtures.SPOTIFY.substring(0, HistoryFixtures.SPOTIFY.indexOf("Paper Boats"));

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(ImportException.class)
                .hasMessage("file.csv is incomplete: it ends after entry 2.");
        assertThatThrownBy(() -> read(HistoryFixtures.LASTFMSTATS.replace("},", "},,")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("JSON after entry 1 (line 2");
    }

    @Test
    void json_badEntries_areToldByTheirPlace() throws IOException {
        RecordedRows read = read("[7,{\"ts\":\"2099-01-01T00:00:00Z\",\"ms_played\":99000,"
                + "\"master_metadata_track_name\":\"a\",\"master_metadata_album_artist_name\":\"b\"},null,{},"
                + "{\"ts\":\"2023-01-01T00:00:00Z\",\"ms_played\":-5,"
                + "\"master_metadata_track_name\":\"a\",\"master_metadata_album_artist_name\":\"b\"}]");

        assertThat(read.badLines()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(read.listens).isEmpty();
    }

    @Test
    void json_tenMegabytesOfATitle_areCut() throws IOException {
        String long10 = "\\u00e9x".repeat(1_500_000);
        RecordedRows read = read(HistoryFixtures.SPOTIFY.replace("Harbour Lights", long10));

        assertThat(read.listens).hasSize(2);
        assertThat(read.listens.get(0).song().title()).hasSize(1000);
    }

    @Test
    void json_entryOfHalfAMillionValues_isABadRow() throws IOException {
        String values = "\"v\":[" + "1,".repeat(500_000) + "1],";
        RecordedRows read =
                read(HistoryFixtures.SPOTIFY.replace("\"ms_played\":9000,", "\"ms_played\":9000," + values));

        assertThat(read.bad.get(0).reason()).contains("more than 2500 values");
        assertThat(read.listens).hasSize(1);
    }

    @Test
    void json_nestedWithoutEnd_isASentence() {
        assertThatThrownBy(() -> read("{\"scrobbles\":" + "[".repeat(100_000))).isInstanceOf(ImportException.class);
    }

    @Test
    void lines_ofTenMegabytes_areBadRows() throws IOException {
        String line = HistoryFixtures.PANO.lines().findFirst().orElseThrow();
        String huge = line.replace("Low Tide", "x".repeat(10_000_000));
        RecordedRows read = read(line + "\n" + huge + "\n" + line + "\n");

        assertThat(read.listens).hasSize(2);
        assertThat(read.bad)
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo("the line has more than 100000 characters"));
    }

    private RecordedRows read(String content) throws IOException {
        return Fixtures.read(folder, Fixtures.bytes(content), Fixtures.forUser("anna"));
    }

    private String format(String content) throws IOException {
        Path path = java.nio.file.Files.write(folder.resolve("file"), Fixtures.bytes(content));
        return Formats.of(HistoryFile.of(path, "f"), ImportOptions.auto())
                .format()
                .name();
    }
}
