package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.RecordedRows.Row;
import org.segue.listens.Measure;

/** What services and players export, as texts: each is recognized, read, and says what it left out. */
class ServiceImportersTest {

    private static final long HARBOUR_AT = 1_677_700_801;
    private static final long ROPE_AT = 1_677_787_200;

    @TempDir
    Path folder;

    @Test
    void recognizes_everyShapeByItsContent() throws IOException {
        for (Map.Entry<String, String> shape : ServiceFixtures.ALL.entrySet()) {
            String name = shape.getKey().replaceFirst(" .*", "");
            assertThat(format(shape.getValue())).as(shape.getKey()).isEqualTo(name);
            assertThat(format("\uFEFF" + shape.getValue().replace("\uFEFF", "").replace("\n", "\r\n")))
                    .as(shape.getKey() + " with a mark and CRLF")
                    .isEqualTo(name);
        }
        assertThat(ServiceFixtures.withIds().stream().map(this::format).distinct())
                .containsExactly("lastfm-360k", "movielens");
    }

    @Test
    void koito_takesPrimaryNames_lengthsAndClients() throws IOException {
        RecordedRows read = Fixtures.read(folder, ServiceFixtures.KOITO);

        assertListens(read);
        assertThat(read.listens.get(0))
                .returns("quay_side", ExternalListen::user)
                .returns("navidrome", ExternalListen::client);
        assertThat(read.listens.get(0).song())
                .isEqualTo(ExternalSong.named("Nella Quist feat. Otto Brask", "Harbour Lights", "Low Tide")
                        .with(HistoryFixtures.MBID, null, 210_000));
        assertThat(read.bad)
                .extracting(row -> row.line(), row -> row.reason())
                .containsExactly(tuple(3L, "missing track"));
    }

    @Test
    void libreFm_withAHeaderOrNone_tellsTheSameListens() throws IOException {
        RecordedRows read = read(ServiceFixtures.LIBREFM);
        assertListens(read);
        assertThat(read.badLines()).containsExactly(7L);
        assertListens(read(ServiceFixtures.LIBREFM_PLAIN));
        RecordedRows users = Fixtures.read(folder, ServiceFixtures.LIBREFM_USERS);
        assertListens(users);
        assertThat(users.listens).extracting(ExternalListen::user).containsOnly("77");
        assertListens(read(ServiceFixtures.LIBREFM_PLAIN.replace("# ", "+ACM- ")));
    }

    @Test
    void exportify_isAListThatIsKnownAgain_andNoPlays() throws IOException {
        RecordedRows read = read(ServiceFixtures.EXPORTIFY);

        assertThat(read.rows).isEmpty();
        assertThat(read.lists).singleElement().satisfies(list -> {
            assertThat(list).returns("Spotify playlist", ExternalList::title).returns("anna", ExternalList::user);
            assertThat(list.createdAt()).isEqualTo(1_677_924_000);
            assertThat(list.songs()).extracting(ExternalSong::title).containsExactly("Harbour Lights", "Rope");
            assertThat(list.songs().get(0).isrc()).isEqualTo("NOA1B2300001");
            assertThat(list.id())
                    .isEqualTo(read(ServiceFixtures.EXPORTIFY).lists.get(0).id());
        });
        assertThat(read.badLines()).containsExactly(4L);
        assertThat(read.notes).anyMatch(note -> note.contains("its songs don’t count as plays"));
    }

    @Test
    void exportify_likedSongs_areLoves() throws IOException {
        RecordedRows read = readAs("takeout.zip: playlists/liked_songs.csv", ServiceFixtures.EXPORTIFY);

        assertThat(read.lists).isEmpty();
        assertThat(read.feedback)
                .extracting(ExternalFeedback::verdict, ExternalFeedback::judgedAt)
                .containsExactly(tuple(Verdict.LOVE, 1_678_010_400L), tuple(Verdict.LOVE, 1_677_924_000L));
        assertThat(readAs("a.zip: b/Rainy_days.csv", ServiceFixtures.EXPORTIFY).lists)
                .extracting(ExternalList::title)
                .containsExactly("Rainy days");
    }

    @Test
    void itunes_countsPlaysAndTakesVerdicts() throws IOException {
        RecordedRows read = read(ServiceFixtures.ITUNES);

        assertThat(read.rows).containsExactly(new Row("anna", "nella quist\tharbour lights and others", 12, null));
        assertThat(read.feedback)
                .extracting(ExternalFeedback::verdict, ExternalFeedback::judgedAt)
                .containsExactly(tuple(Verdict.LOVE, 1_678_010_400L), tuple(Verdict.DISLIKE, 1_677_664_800L));
        assertThat(read.skipped).isEqualTo(Map.of(ItunesImporter.UNPLAYED, 1, ItunesImporter.NO_SONG, 1));
        assertThat(read.bad)
                .extracting(row -> row.line(), row -> row.reason())
                .containsExactly(tuple(35L, "missing artist"));
        assertThat(read(ServiceFixtures.ITUNES.replace("\n", "")).rows)
                .as("on one line")
                .hasSize(1);
    }

    @Test
    void itunes_hostileXml_isASentence_orReadWithoutIt() {
        String doctype =
                "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        for (String entity : new String[] {"&b;", "&x;", "&unknown;"}) {
            String text = ServiceFixtures.ITUNES
                    .replaceAll("<!DOCTYPE[^>]*>", doctype)
                    .replace("Low Tide", entity);
            assertThatThrownBy(() -> read(text)).as(entity).isInstanceOf(ImportException.class);
        }
        assertThatThrownBy(() -> read(ServiceFixtures.ITUNES.replace("<integer>12</integer>", "<script/>")))
                .isInstanceOf(ImportException.class)
                .hasMessage("file.csv isn’t an iTunes library: it has an element “script”.");
        assertThatThrownBy(() -> read(ServiceFixtures.ITUNES.substring(0, 900)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("isn’t valid XML");
        assertThatThrownBy(() -> read(ServiceFixtures.ITUNES.replace("-1.0.dtd", "-1.0\u017d.dtd")))
                .as("where the parser breaks")
                .isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> read(ServiceFixtures.ITUNES.replace("Low Tide", "x".repeat(5 << 20))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void youTube_takesSongsAndVideosOfYouTubeMusicAlone() throws IOException {
        RecordedRows read = read(ServiceFixtures.YOUTUBE);

        assertThat(read.listens)
                .extracting(
                        ExternalListen::listenedAt,
                        listen -> listen.song().artist(),
                        listen -> listen.song().title())
                .containsExactly(
                        tuple(HARBOUR_AT, "Nella Quist", "Harbour Lights"),
                        tuple(ROPE_AT, "The Ferrymen", "Rope (Official Video)"),
                        tuple(1_677_873_600L, "Nella Quist", "Slack Water"));
        assertThat(read.skipped).isEqualTo(Map.of(YouTubeMusicImporter.GONE, 1, YouTubeMusicImporter.NO_MUSIC, 1));
        assertThat(read.badLines()).containsExactly(6L);
    }

    @Test
    void youTube_otherLanguages_areReadByWhatAllTitlesHaveInCommon() throws IOException {
        String german = ServiceFixtures.YOUTUBE.replaceAll("\"Watched ([^\"]*)\"", "\"$1\u00a0angesehen\"");
        String unknown = ServiceFixtures.YOUTUBE.replaceAll("\"Watched ([^\"]*)\"", "\"Vi rigardis $1 tie\"");

        for (String text : new String[] {german, unknown}) {
            assertThat(read(text).listens)
                    .extracting(listen -> listen.song().title())
                    .containsExactly("Harbour Lights", "Rope (Official Video)", "Slack Water");
        }
    }

    @Test
    void deezer_batchesKeepAllTheirPlays() throws IOException {
        RecordedRows read = read(ServiceFixtures.DEEZER);

        assertThat(read.listens)
                .extracting(ExternalListen::listenedAt, ExternalListen::isSkipped)
                .containsExactly(
                        tuple(HARBOUR_AT, false),
                        tuple(ROPE_AT, true),
                        tuple(1_677_873_600L, false),
                        tuple(1_677_873_630L, false));
        assertThat(read.listens.get(0).song().isrc()).isEqualTo("NOA1B2300001");
        assertThat(read.badLines()).containsExactly(6L, 7L);
        assertThat(read.notes).anyMatch(note -> note.contains("They are read as UTC unless you choose another"));
        ImportOptions oslo = Fixtures.forUser("anna").withDates(null, "Europe/Oslo");
        assertThat(Fixtures.read(folder, Fixtures.bytes(ServiceFixtures.DEEZER), oslo)
                        .listens
                        .get(0)
                        .listenedAt())
                .isEqualTo(HARBOUR_AT - 3600);
    }

    @Test
    void tautulli_namesUsers_andCompilationsHaveArtistsOfTheirOwn() throws IOException {
        RecordedRows read = Fixtures.read(folder, ServiceFixtures.TAUTULLI);

        assertThat(read.listens)
                .extracting(ExternalListen::user, listen -> listen.song().artist(), ExternalListen::isSkipped)
                .containsExactly(tuple("anna", "Nella Quist", false), tuple("ben", "The Ferrymen", true));
        assertThat(read.skipped).isEqualTo(Map.of(TautulliImporter.NO_SONG, 1));
        assertThat(read.badLines()).containsExactly(4L);
    }

    @Test
    void jellyfinBackup_partsTheNames_andSaysWhichZone() throws IOException {
        ImportOptions oslo = ImportOptions.auto().withDates(null, "Europe/Oslo");
        RecordedRows read = Fixtures.read(folder, Fixtures.bytes(ServiceFixtures.JELLYFIN_BACKUP), oslo);

        assertThat(read.listens)
                .extracting(
                        ExternalListen::listenedAt,
                        listen -> listen.song().title(),
                        listen -> listen.song().album())
                .containsExactly(
                        tuple(HARBOUR_AT - 3600, "Harbour Lights", "Low Tide"),
                        tuple(ROPE_AT - 3600, "Rope (live)", "Knots (Deluxe)"));
        assertThat(read.skipped).isEqualTo(Map.of(JellyfinPlays.NO_SONG, 1));
        assertThat(read.badLines()).containsExactly(4L, 5L);
    }

    @Test
    void lastFmDataSets_haveUsersOfTheirOwn() throws IOException {
        RecordedRows thousand = Fixtures.read(folder, ServiceFixtures.LASTFM_1K);
        assertThat(thousand.listens)
                .extracting(ExternalListen::user, listen -> listen.song().mbid())
                .containsExactly(tuple("user_000001", HistoryFixtures.MBID), tuple("user_000002", null));
        assertThat(thousand.badLines()).containsExactly(3L);

        RecordedRows many = Fixtures.read(folder, ServiceFixtures.LASTFM_360K);
        assertThat(many.rows)
                .extracting(Row::song, Row::value)
                .containsExactly(tuple("Nella Quist", 2137.0), tuple("The Ferrymen", 99.0));
        assertThat(many.badLines()).containsExactly(3L);
    }

    @Test
    void rockbox_playbackLog_readsPaths_andCountsWhatHasNoTime() throws IOException {
        ImportOptions utc = Fixtures.forUser("anna").withDates(null, "UTC");
        RecordedRows read = Fixtures.read(folder, Fixtures.bytes(ServiceFixtures.PLAYBACK_LOG), utc);

        assertThat(read.listens)
                .extracting(
                        ExternalListen::listenedAt,
                        listen -> listen.song().artist(),
                        listen -> listen.song().title(),
                        ExternalListen::isSkipped)
                .containsExactly(
                        tuple(HARBOUR_AT, "Nella Quist", "Harbour Lights", false),
                        tuple(ROPE_AT, "The Ferrymen", "Rope", true));
        assertThat(read.rows).contains(new Row("anna", "nella quist\tslack water", 1, null));
        assertThat(read.skipped).isEqualTo(Map.of(ScrobblerLogImporter.UNDATED_SKIP, 1));
        assertThat(read.badLines()).containsExactly(6L, 7L);
    }

    @Test
    void rockbox_clocklessLog_countsPlays() throws IOException {
        RecordedRows read = read(ServiceFixtures.CLOCKLESS_LOG);

        assertThat(read.listens).isEmpty();
        assertThat(read.rows).hasSize(2).containsOnly(new Row("anna", "nella quist\tharbour lights", 1, null));
        assertThat(read.skipped).isEqualTo(Map.of(ScrobblerLogImporter.UNDATED_SKIP, 1));
    }

    @Test
    void scrubbler_hasNoHeader_andDatesOfACountry() throws IOException {
        RecordedRows read = read(ServiceFixtures.SCRUBBLER);

        assertThat(read.listens)
                .extracting(ExternalListen::listenedAt, listen -> listen.song().album())
                .containsExactly(tuple(1_680_292_801L, "Low Tide"), tuple(ROPE_AT, null));
        assertThat(read.listens.get(0).song().durationMs()).isEqualTo(210_000);
        assertThat(read.badLines()).containsExactly(3L);
    }

    @Test
    void movieLens_holdsRatings_whichItsPreviewSays() throws IOException {
        for (String shape : Stream.of(
                        ServiceFixtures.MOVIELENS, ServiceFixtures.MOVIELENS_COLONS, ServiceFixtures.MOVIELENS_TABS)
                .toList()) {
            RecordedRows read = Fixtures.read(folder, shape);
            assertThat(read.measure).isEqualTo(Measure.RATINGS);
            assertThat(read.rows).isNotEmpty().allMatch(row -> row.value() > 0 && row.listenedAt() == null);
            assertThat(read.notes).anyMatch(note -> note.contains("ratings, not plays"));
        }
        assertThat(Fixtures.read(folder, ServiceFixtures.MOVIELENS).badLines()).containsExactly(3L);
        for (String titles : ServiceFixtures.withIds().subList(4, 7)) {
            assertThat(Fixtures.read(folder, titles).songs.get(0).title()).isEqualTo("Ferry, The (1995)");
        }
        assertThat(Fixtures.read(folder, "userId,movieId,tag,timestamp\n1,31,slow,1260759144\n").rows)
                .isEmpty();
    }

    private static void assertListens(RecordedRows read) {
        assertThat(read.listens).extracting(ExternalListen::listenedAt).containsExactly(HARBOUR_AT, ROPE_AT);
        assertThat(read.listens).extracting(listen -> listen.song().title()).containsExactly("Harbour Lights", "Rope");
    }

    private RecordedRows read(String text) throws IOException {
        return Fixtures.read(folder, Fixtures.bytes(text), Fixtures.forUser("anna"));
    }

    private RecordedRows readAs(String name, String text) throws IOException {
        HistoryFile file = HistoryFile.of(Files.write(folder.resolve("file"), Fixtures.bytes(text)), name);
        RecordedRows rows = new RecordedRows();
        Formats.of(file, Fixtures.forUser("anna")).read(file, Fixtures.forUser("anna"), rows);
        return rows;
    }

    private String format(String text) {
        try {
            HistoryFile file = HistoryFile.of(Files.write(folder.resolve("file"), Fixtures.bytes(text)), "file");
            return Formats.of(file, ImportOptions.auto()).format().name();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
