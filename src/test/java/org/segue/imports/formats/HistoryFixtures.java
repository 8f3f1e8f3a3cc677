package org.segue.imports.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small histories in the shapes in which people get them. Titles, people and addresses are made up. */
public final class HistoryFixtures {

    public static final String MBID = "3f1c9a52-0b6e-4c57-9d1a-6e2f4b8c0d11";
    static final String MSID = "9b2d7f10-44aa-4e0b-8c3d-0a1b2c3d4e5f";

    public static final String SPOTIFY = """
            [{"ts":"2023-03-01T20:03:30Z","username":"x9f","platform":"linux","ms_played":210000,"conn_country":"NO",
              "ip_addr_decrypted":"203.0.113.77","ip_addr":"203.0.113.77","user_agent_decrypted":"Agent/7",
              "master_metadata_track_name":"Harbour Lights","master_metadata_album_artist_name":"Nella Quist",
              "master_metadata_album_album_name":"Low Tide","spotify_track_uri":"spotify:track:0aaaaaaaaaaaaaaaaaaaaa",
              "episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,"reason_start":"clickrow",
              "reason_end":"trackdone","shuffle":false,"skipped":null,"offline":false,"offline_timestamp":0,
              "incognito_mode":false},
             {"ts":"2023-03-01T20:04:00Z","ms_played":9000,"master_metadata_track_name":"Paper Boats",
              "master_metadata_album_artist_name":"Nella Quist","master_metadata_album_album_name":"Low Tide",
              "ip_addr":"2001:db8::7","skipped":true,"incognito_mode":false},
             {"ts":"2023-03-01T21:00:00Z","ms_played":1800000,"master_metadata_track_name":null,
              "master_metadata_album_artist_name":null,"master_metadata_album_album_name":null,
              "episode_name":"Episode 4","incognito_mode":false},
             {"ts":"2023-03-01T22:00:00Z","ms_played":200000,"master_metadata_track_name":"Secret",
              "master_metadata_album_artist_name":"Nobody","master_metadata_album_album_name":"","incognito_mode":true},
             {"ts":"1970-01-01T00:00:00Z","ms_played":200000,"master_metadata_track_name":"Old",
              "master_metadata_album_artist_name":"Nobody","incognito_mode":false}]
            """;

    /** What tells listens from skips, and when a device that was offline played them. */
    static final String SPOTIFY_OFFLINE = """
            [{"ts":"2023-03-05T20:03:30Z","ms_played":210000,"master_metadata_track_name":"Harbour Lights",
              "master_metadata_album_artist_name":"Nella Quist","reason_end":"trackdone","offline":true,
              "offline_timestamp":1678000000,"incognito_mode":false},
             {"ts":"2023-03-05T20:03:30Z","ms_played":90000,"master_metadata_track_name":"Harbour Lights",
              "master_metadata_album_artist_name":"Nella Quist","reason_end":"fwdbtn","skipped":false,"offline":false,
              "offline_timestamp":1678000300000,"incognito_mode":false},
             {"ts":"2023-03-05T20:03:30Z","ms_played":4000000,"master_metadata_track_name":"Paper Boats",
              "master_metadata_album_artist_name":"Nella Quist","reason_end":"backbtn","skipped":null,
              "offline_timestamp":"1678000300","incognito_mode":false}]
            """;

    public static final String SPOTIFY_ACCOUNT = """
            [ {
              "endTime" : "2023-03-01 20:03",
              "artistName" : "Nella Quist",
              "trackName" : "Harbour Lights",
              "msPlayed" : 210000
            }, {
              "endTime" : "2023-03-02 08:15",
              "artistName" : "The Ferrymen",
              "trackName" : "Rope",
              "msPlayed" : 4000
            }, {
              "endTime" : "2023-03-02 09:15",
              "podcastName" : "A Podcast",
              "episodeName" : "Episode 5",
              "msPlayed" : 400000
            } ]
            """;

    public static final String LASTFM_CSV = """
            Nella Quist,Low Tide,Harbour Lights,01 Mar 2023 20:00
            "Ferrymen, The",,"Rope \"\"live\"\"\",15 Mar 2025, 14:30
            Nella Quist,Low Tide,Paper Boats,"15 Mar 2025, 14:34"
            Nella Quist,Low Tide,Paper Boats,
            Nella Quist,Low Tide,Paper Boats,01 Jan 1970 00:00
            """;

    static final String LASTFM_TABLE = """
            "uts","utc_time","artist","artist_mbid","album","album_mbid","track","track_mbid"
            "1677700801","01 Mar 2023, 20:00","Nella Quist","","Low Tide","","Harbour Lights","%s"
            "1677787200","02 Mar 2023, 20:00","The Ferrymen","","","","Rope",""
            """.formatted(MBID);

    static final String LASTFM_PAGES = """
            [{"track":[{"artist":{"mbid":"","#text":"Nella Quist"},"streamable":"0","mbid":"%s",
               "album":{"mbid":"","#text":"Low Tide"},"name":"Harbour Lights","url":"u","date":{"uts":"1677700801","#text":"01 Mar 2023, 20:00"}}],
              "@attr":{"page":"1","user":"somebody"}},
             {"track":{"artist":{"mbid":"","#text":"The Ferrymen"},"mbid":"","album":{"mbid":"","#text":""},
               "name":"Rope","date":{"uts":"1677787200"}}}]
            """.formatted(MBID);

    public static final String LASTFM_API = """
            {"recenttracks":{"track":[
              {"artist":{"mbid":"","#text":"Nella Quist"},"mbid":"","album":{"#text":"Low Tide"},"name":"Paper Boats",
               "@attr":{"nowplaying":"true"}},
              {"artist":{"mbid":"","#text":"Nella Quist"},"mbid":"%s","album":{"#text":"Low Tide"},"name":"Harbour Lights",
               "date":{"uts":"1677700801","#text":"x"}}],
             "@attr":{"user":"somebody","totalPages":"1"}}}
            """.formatted(MBID);

    static final String LASTFM_API_SINGLE = """
            {"recenttracks":{"@attr":{"user":"somebody"},"track":{"artist":{"#text":"Nella Quist"},"mbid":"",
             "album":{"#text":""},"name":"Harbour Lights","date":{"uts":"1677700801"}}}}
            """;

    public static final String LASTFM_LOVED = """
            {"lovedtracks":{"track":[
              {"artist":{"url":"u","name":"Nella Quist","mbid":""},"date":{"uts":"1677700999","#text":"01 Mar 2023, 20:03"},
               "mbid":"%s","url":"u","name":"Harbour Lights","image":[{"size":"small","#text":"i"}],
               "streamable":{"fulltrack":"0","#text":"0"}},
              {"artist":{"name":"The Ferrymen"},"date":{"uts":"never"},"mbid":"","name":"Rope"}],
             "@attr":{"user":"somebody","totalPages":"1"}}}
            """.formatted(MBID);

    /** As Libre.fm exports it. */
    public static final String LIBREFM_LOVED = """
            {"lovedtracks": {"@attr": {"user": "somebody"}, "track": {"name": "Rope", "mbid": "",
              "date": {"#text": "Thu, 02 Mar 23 20:00:00", "uts": 1677787200}, "artist": {"name": "The Ferrymen", "mbid": ""}}}}
            """;

    public static final String LASTFM_TOP = """
            {"toptracks":{"track":[
              {"streamable":{"fulltrack":"0","#text":"0"},"mbid":"%s","name":"Harbour Lights","image":[{"#text":""}],
               "artist":{"url":"u","name":"Nella Quist","mbid":""},"url":"u","duration":"210","@attr":{"rank":"1"},"playcount":"42"},
              {"mbid":"","name":"Rope","artist":{"name":"The Ferrymen"},"playcount":"0"},
              {"mbid":"","name":"Rope","artist":{"name":"The Ferrymen"}},
              {"name":"Rope","artist":{"name":"The Ferrymen"},"playcount":"90000","listeners":"700"}],
             "@attr":{"user":"somebody"}}}
            """.formatted(MBID);

    public static final String LASTFM_EXTENDED = """
            {"recenttracks":{"track":[
              {"artist":{"url":"u","name":"Nella Quist","image":[],"mbid":""},"mbid":"","album":{"#text":"Low Tide"},"loved":"1",
               "name":"Paper Boats","@attr":{"nowplaying":"true"}},
              {"artist":{"name":"Nella Quist"},"mbid":"","album":{"#text":"Low Tide"},"loved":"1","name":"Harbour Lights",
               "date":{"uts":"1677700801","#text":"x"}},
              {"artist":{"name":"The Ferrymen"},"mbid":"","album":{"#text":""},"loved":"0","name":"Rope",
               "date":{"uts":"1677787200","#text":"x"}}]}}
            """;

    static final String LASTFMSTATS_CSV = """
            \uFEFFArtist;Album;AlbumId;Track;Date#quay_side
            "Nella Quist";"Low Tide";"";"Harbour Lights";"1677700801000"
            "The; Ferrymen";"";"";"Rope";"1677787200000"
            """.replace("\n", "\r\n");

    static final String LASTFMSTATS = """
            {"username":"quay_side","scrobbles":[
              {"track":"Harbour Lights","artist":"Nella Quist","album":"Low Tide","albumId":"","date":1677700801000},
              {"track":"Rope","artist":"The Ferrymen","album":"","date":1677787200000}]}
            """;

    static final String LISTENBRAINZ_USER = "{\"user_id\":77,\"username\":\"quay_brainz\"}";

    public static final String LISTENBRAINZ = """
            {"listened_at":1677700801,"track_metadata":{"track_name":"Harbour Lights","artist_name":"Nella Quist","release_name":"Low Tide","additional_info":{"recording_msid":"%2$s","isrc":"NO-A1B-23-00001","duration_ms":210500},"mbid_mapping":{"recording_mbid":"%1$s","release_mbid":"","artist_mbids":[]}},"recording_msid":"%2$s"}
            {"listened_at":1677787200.5,"track_metadata":{"track_name":"Rope","artist_name":"The Ferrymen","additional_info":{},"mbid_mapping":null}}
            {"listened_at":1677787300,"track_metadata":{"track_name":null,"artist_name":"The Ferrymen","additional_info":{}}}
            """.formatted(MBID, MSID);

    static final String LISTENBRAINZ_FEEDBACK = """
            {"recording_msid":"%s","recording_mbid":null,"score":1,"created":1677800000}
            {"recording_msid":null,"recording_mbid":"00000000-0000-4000-8000-000000000001","score":-1,"created":1677800000}
            {"recording_msid":null,"recording_mbid":"00000000-0000-4000-8000-000000000002","score":0,"created":1677800000}
            {"recording_msid":null,"recording_mbid":null,"score":1,"created":1677800000}
            """.formatted(MSID);

    static final String SEGUE = """
            {"segue":"skip","listened_at":1677700801,"track_metadata":{"artist_name":"The Ferrymen","track_name":"Rope","additional_info":{"segue_song":"x"}}}
            {"segue":"verdict","verdict":"ban","until":4070908800,"judged_at":1677800000,"track_metadata":{"artist_name":"The Ferrymen","track_name":"Rope"}}
            {"segue":"verdict","verdict":"love","judged_at":1677800000,"artist_name":"Nella Quist"}
            {"segue":"verdict","verdict":"like","judged_at":1677800000,"artist_name":"Nella Quist"}
            {"segue":"verdict","verdict":"ban","until":"tomorrow","judged_at":1677800000,"artist_name":"Nella Quist"}
            {"segue":"news","judged_at":1677800000}
            {"segue":"verdict","verdict":"ban","judged_at":1677800000}
            """;

    public static final String LISTENBRAINZ_DUMP = """
            {"user_id":5,"user_name":"far_away","timestamp":1677700801,"track_metadata":{"track_name":"Harbour Lights","artist_name":"Nella Quist","additional_info":{},"mbid_mapping":{"recording_mbid":"%1$s"}},"recording_msid":"%2$s"}
            {"user_id":6,"user_name":"further","timestamp":1677700900,"track_metadata":{"track_name":"Rope","artist_name":"The Ferrymen","additional_info":{}},"recording_msid":"%2$s"}
            """.formatted(MBID, MSID);

    static final String MALOJA = """
            {"maloja":{"export_time":1700000000},"scrobbles":[
              {"time":1677700801,"track":{"artists":["Nella Quist","Otto Brask"],"title":"Harbour Lights",
                "album":{"albumtitle":"Low Tide","artists":["Nella Quist"]},"length":210},"duration":200,"origin":"client:x"},
              {"time":1677787200,"track":{"artists":["The Ferrymen"],"title":"Rope","album":null,"length":null},"duration":null}]}
            """;

    static final String PANO = """
            {"timeMs":1677700801123,"artist":"Nella Quist","track":"Harbour Lights","album":"Low Tide","albumArtist":"","durationMs":210000,"mediaPlayerName":"p","event":"scrobble"}
            {"timeMs":1677700901123,"artist":"Nella Quist","track":"Paper Boats","album":"","durationMs":0,"event":"love"}
            not json
            """;

    static final String SCROBBLER_LOG = "#AUDIOSCROBBLER/1.1\n#TZ/UTC\n#CLIENT/Rockbox h3xx 1.1\n"
            + "Nella Quist\tLow Tide\tHarbour Lights\t1\t210\tL\t1677700801\t" + MBID + "\n"
            + "The Ferrymen\t\tRope\t\t180\tS\t1677787200\t\n"
            + "The Ferrymen\t\tRope\t\t180\tL\t12\n";

    public static final String LIST_ID = "5d1f0a3c-7b42-4c0e-9f11-2a3b4c5d6e7f";

    public static final String LIST = """
            {"playlist":{"title":"For the ferry","creator":"Segue","date":"2023-03-05T10:00:00Z","annotation":"",
              "identifier":"http://127.0.0.1:5000/playlist/%s",
              "extension":{"https://musicbrainz.org/doc/jspf#playlist":{"public":true,"creator":"Segue"}},
              "track":[{"identifier":[],"title":"Rope","creator":"The Ferrymen"},
               {"identifier":["https://musicbrainz.org/recording/%s"],"title":"Harbour Lights","creator":"Nella Quist",
                "album":"Low Tide","duration":210500},
               {"identifier":"https://musicbrainz.org/artist/%s","title":"Slack Water","creator":"Nella Quist"},
               {"title":null,"creator":"Nella Quist"}]}}
            """.formatted(LIST_ID, MBID, MSID);

    /** Every shape, by its format's name. */
    public static final Map<String, String> ALL = all();

    private HistoryFixtures() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("spotify-extended", SPOTIFY);
        all.put("spotify-account", SPOTIFY_ACCOUNT);
        all.put("lastfm-csv", LASTFM_CSV);
        all.put("lastfm-table", LASTFM_TABLE);
        all.put("lastfm-json", LASTFM_PAGES);
        all.put("lastfmstats-csv", LASTFMSTATS_CSV);
        all.put("lastfmstats-json", LASTFMSTATS);
        all.put("listenbrainz-export", LISTENBRAINZ);
        all.put("listenbrainz-dump", LISTENBRAINZ_DUMP);
        all.put("maloja", MALOJA);
        all.put("pano-scrobbler", PANO);
        all.put("scrobbler-log", SCROBBLER_LOG);
        return all;
    }

    public static List<String> everyShape() {
        List<String> shapes = new java.util.ArrayList<>(ALL.values());
        shapes.addAll(List.of(LASTFM_LOVED, LIBREFM_LOVED, LASTFM_TOP, LASTFM_EXTENDED, SPOTIFY_OFFLINE));
        shapes.addAll(List.of(LASTFM_API, LASTFM_API_SINGLE, LISTENBRAINZ_FEEDBACK, LISTENBRAINZ_USER, SEGUE, LIST));
        return shapes;
    }

    /** A zip of names and texts, one after the other. */
    public static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                Object content = namesAndContents[i + 1];
                zip.write(content instanceof byte[] bytes ? bytes : Fixtures.bytes((String) content));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A tar of names and texts, one after the other. */
    public static byte[] tar(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] content = Fixtures.bytes(namesAndTexts[i + 1]);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return packed.toByteArray();
    }

    /** The same packed by Zstandard. */
    public static byte[] zstd(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (java.io.OutputStream zstd = new io.airlift.compress.zstd.ZstdOutputStream(packed)) {
            zstd.write(plain);
        }
        return packed.toByteArray();
    }

    public static byte[] listenBrainzZip() {
        return zip(
                "feedback.jsonl",
                LISTENBRAINZ_FEEDBACK,
                "listens/2023/3.jsonl",
                LISTENBRAINZ,
                "user.json",
                LISTENBRAINZ_USER);
    }

    public static byte[] spotifyZip() {
        return zip(
                "Spotify Extended Streaming History/ReadMeFirst.pdf",
                "%PDF-1.4 \u0000 not text",
                "Spotify Extended Streaming History/Streaming_History_Audio_2023_0.json",
                SPOTIFY);
    }
}
