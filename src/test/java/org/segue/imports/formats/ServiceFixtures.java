package org.segue.imports.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small exports of services and players, as texts. Titles, people and numbers are made up. */
public final class ServiceFixtures {

    private static final String MBID = HistoryFixtures.MBID;

    public static final String KOITO = """
            {
              "version": "1",
              "exported_at": "2024-01-01T10:00:00Z",
              "user": "quay_side",
              "listens": [
                {"listened_at": "2023-03-01T20:00:01Z", "client": "navidrome",
                 "track": {"mbid": "%s", "duration": 210,
                   "aliases": [{"alias": "Harbour Lights (demo tape)", "source": "manual", "is_primary": false},
                               {"alias": "Harbour Lights", "source": "Canonical", "is_primary": true}]},
                 "album": {"image_url": "", "mbid": null, "aliases": [{"alias": "Low Tide", "is_primary": true}], "various_artists": false},
                 "artists": [{"image_url": "", "mbid": null, "is_primary": false, "aliases": [{"alias": "Otto Brask", "is_primary": true}]},
                             {"image_url": "", "mbid": null, "is_primary": true, "aliases": [{"alias": "Nella Quist", "is_primary": true}]}]},
                {"listened_at": "2023-03-02T20:00:00.5Z", "client": "",
                 "track": {"mbid": null, "duration": 0, "aliases": [{"alias": "Rope", "is_primary": true}]},
                 "album": {"aliases": null},
                 "artists": [{"is_primary": true, "aliases": [{"alias": "The Ferrymen", "is_primary": true}]}]},
                {"listened_at": "2023-03-02T20:05:00Z", "track": {"aliases": []}, "artists": []}
              ]
            }
            """.formatted(MBID);

    public static final String LIBREFM = """
            # Data export from Libre.fm
            # 2023-04-01
            # https://libre.fm
            Time,Artist,Track,Album
            1677700801,Nella Quist,Harbour Lights,Low Tide
            1677787200,The Ferrymen,Rope,
            never,The Ferrymen,Rope,
            """;

    public static final String LIBREFM_PLAIN = """
            # Data export from Libre.fm
            # 2023-04-01
            1677700801,Nella Quist,Harbour Lights,Low Tide
            1677787200,The Ferrymen,Rope,
            """;

    public static final String LIBREFM_USERS = """
            # Data export from Libre.fm
            77,Nella Quist,Harbour Lights,Low Tide,1677700801
            77,The Ferrymen,Rope,,1677787200
            """;

    public static final String EXPORTIFY = """
            \uFEFF"Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Track Duration (ms)","ISRC","Added By","Added At"
            "spotify:track:0a","Harbour Lights","spotify:artist:1","Nella Quist, Otto Brask","spotify:album:2","Low Tide","210000","NOA1B2300001","spotify:user:x9f","2023-03-05T10:00:00Z"
            "spotify:track:0b","Rope","spotify:artist:3","The Ferrymen","spotify:album:4","Knots","180000","","spotify:user:x9f","2023-03-04T10:00:00Z"
            "spotify:local:0c","","","","","","0","","spotify:user:x9f","2023-03-04T10:00:00Z"
            """;

    public static final String ITUNES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>Major Version</key><integer>1</integer>
              <key>Features</key><integer>5</integer>
              <key>Tracks</key>
              <dict>
                <key>101</key>
                <dict>
                  <key>Track ID</key><integer>101</integer>
                  <key>Name</key><string>Harbour Lights &amp; Others</string>
                  <key>Artist</key><string>Nella Quist</string>
                  <key>Album</key><string>Low Tide</string>
                  <key>Total Time</key><integer>210000</integer>
                  <key>Date Modified</key><date>2023-03-05T10:00:00Z</date>
                  <key>Play Count</key><integer>12</integer>
                  <key>Play Date UTC</key><date>2023-03-04T10:00:00Z</date>
                  <key>Rating</key><integer>80</integer>
                  <key>Loved</key><true/>
                </dict>
                <key>102</key>
                <dict>
                  <key>Track ID</key><integer>102</integer>
                  <key>Name</key><string>Rope</string>
                  <key>Artist</key><string>The Ferrymen</string>
                  <key>Disliked</key><true/>
                  <key>Date Added</key><date>2023-03-01T10:00:00Z</date>
                </dict>
                <key>103</key>
                <dict><key>Name</key><string>Slack Water</string><key>Artist</key><string>Nella Quist</string></dict>
                <key>104</key>
                <dict><key>Name</key><string>Episode 4</string><key>Artist</key><string>Somebody</string><key>Podcast</key><true/><key>Play Count</key><integer>2</integer></dict>
                <key>105</key>
                <dict><key>Name</key><string>Without an artist</string><key>Play Count</key><integer>2</integer></dict>
              </dict>
              <key>Playlists</key>
              <array><dict><key>Name</key><string>Library</string><key>Playlist Items</key><array><dict><key>Track ID</key><integer>101</integer></dict></array></dict></array>
            </dict>
            </plist>
            """;

    public static final String YOUTUBE = """
            [{"header":"YouTube Music","title":"Watched Harbour Lights","titleUrl":"https://music.youtube.com/watch?v=a",
              "subtitles":[{"name":"Nella Quist - Topic","url":"https://www.youtube.com/channel/n"}],
              "time":"2023-03-01T20:00:01.123Z","products":["YouTube"],"activityControls":["YouTube watch history"]},
             {"header":"YouTube Music","title":"Watched The Ferrymen - Rope (Official Video)","titleUrl":"https://music.youtube.com/watch?v=b",
              "subtitles":[{"name":"FerrymenVEVO","url":"u"}],"time":"2023-03-02T20:00:00Z"},
             {"header":"YouTube Music","title":"Watched Slack Water","titleUrl":"u",
              "subtitles":[{"name":"Nella Quist","url":"u"}],"time":"2023-03-03T20:00:00Z"},
             {"header":"YouTube Music","title":"Watched https://music.youtube.com/watch?v=c","titleUrl":"u","time":"2023-03-04T20:00:00Z"},
             {"header":"YouTube","title":"Watched How to tie a bowline","titleUrl":"u",
              "subtitles":[{"name":"Knots","url":"u"}],"time":"2023-03-04T21:00:00Z"},
             {"header":"YouTube Music","title":"Watched Paper Boats","titleUrl":"u",
              "subtitles":[{"name":"Nella Quist - Topic","url":"u"}],"time":"a while ago"}]
            """;

    public static final String APPLE_ACTIVITY = """
            \uFEFF"Age Bucket","Album Name","Apple ID Number","Artist Name","Container Album Name","Container Artist Name","Device Type","End Reason Type","Event End Timestamp","Event Start Timestamp","Event Type","IP City","Media Duration In Milliseconds","Media Type","Play Duration Milliseconds","Song Name"
            "","Low Tide","7","","","","IPHONE","NATURAL_END_OF_TRACK","2023-03-01T20:03:31Z","2023-03-01T20:00:01Z","PLAY_END","Quay","210000","AUDIO","210000","Harbour Lights"
            "","","7","","","","IPHONE","TRACK_SKIPPED_FORWARDS","2023-03-02 20:00:09","2023-03-02 20:00:00","PLAY_END","Quay","180000","AUDIO","9000","Rope"
            "","","7","","","","IPHONE","PLAYBACK_MANUALLY_PAUSED","2023-03-03T20:01:30Z","","PLAY","Quay","240000","AUDIO","90000","Slack Water"
            "","","7","","","","IPHONE","","2023-03-03T20:01:30Z","","LYRIC_DISPLAY","Quay","","AUDIO","","Slack Water"
            "","","7","","","","IPHONE","NATURAL_END_OF_TRACK","2023-03-04T20:04:00Z","2023-03-04T20:00:00Z","","Quay","240000","AUDIO","240000","Intro"
            "","","7","","","","IPHONE","NATURAL_END_OF_TRACK","2023-03-05T20:04:00Z","2023-03-05T20:00:00Z","PLAY_END","Quay","240000","AUDIO","240000","Intro"
            "","","7","","","","IPHONE","NATURAL_END_OF_TRACK","2023-03-05T20:04:00Z","2023-03-05T20:00:00Z","PLAY_END","Quay","240000","AUDIO","240000","Nobody's"
            "","","7","Nella Quist","","","IPHONE","NATURAL_END_OF_TRACK","2023-03-06T20:04:00Z","2023-03-06T20:00:00Z","PLAY_END","Quay","240000","AUDIO","-5","Paper Boats"
            """;

    public static final String APPLE_DAILY = """
            Country,Track Identifier,Media type,Date Played,Hours,Play Duration Milliseconds,End Reason Type,Source Type,Play Count,Skip Count,Ignore For Recommendations,Track Reference,Track Description
            NO,1,AUDIO,20230301,20,210000,NATURAL_END_OF_TRACK,IPHONE,1,0,,1,Nella Quist - Harbour Lights
            NO,2,AUDIO,20230304,"20, 21",480000,NATURAL_END_OF_TRACK,IPHONE,2,0,,2,Otto Brask - Intro
            NO,3,AUDIO,20230302,20,9000,TRACK_SKIPPED_FORWARDS,IPHONE,0,1,,3,The Ferrymen - Rope
            NO,4,AUDIO,20230302,20,9000,TRACK_SKIPPED_FORWARDS,IPHONE,0,1,,3,Rope
            """;

    public static final String APPLE_LIBRARY = """
            [{"Content Type":"Song","Track Identifier":1,"Title":"Harbour Lights","Artist":"Nella Quist","Album":"Low Tide","Track Duration":210000,"Track Play Count":7},
             {"Content Type":"Song","Track Identifier":2,"Title":"Slack Water","Artist":"Nella Quist","Track Play Count":0},
             {"Content Type":"Song","Track Identifier":3,"Title":"Intro","Artist":"Nella Quist","Album":"Ebb"},
             {"Content Type":"Song","Track Identifier":4,"Title":"Intro","Artist":"The Ferrymen","Album":"Knots"},
             {"Content Type":"Song","Track Identifier":5,"Title":"Untitled"}]
            """;

    public static final String AMAZON = """
            timestamp,asin,title,artistAsin,consumptionDurationMs,terminationReason
            2023-03-01T20:00:01Z,B0A,Harbour Lights,B0N,210000,trackFinished
            2023-03-02T20:00:00Z,B0B,Rope,B0F,9000,userNext
            2023-03-03T20:00:00Z,B0C,Slack Water,B0X,90000,userNext
            """;

    public static final String AMAZON_LIBRARY = """
            asin,title,artistAsin,artistName
            B0A,Harbour Lights,B0N,Nella Quist
            B0B,Rope,B0F,The Ferrymen
            """;

    public static final String DEEZER = """
            Song Title,Artist,ISRC,Album Title,IP Address,Listening Time,Platform Name,Platform Model,Date
            Harbour Lights,"Nella Quist, Otto Brask",NOA1B2300001,Low Tide,203.0.113.77,210,ios,iPhone,2023-03-01 20:00:01
            Rope,The Ferrymen,,Knots,203.0.113.77,9,ios,iPhone,2023-03-02 20:00:00
            Slack Water,Nella Quist,,Low Tide,203.0.113.77,200,ios,iPhone,2023-03-03 20:00:00
            Slack Water,Nella Quist,,Low Tide,203.0.113.77,200,ios,iPhone,2023-03-03 20:00:00
            Paper Boats,,,Low Tide,203.0.113.77,200,ios,iPhone,2023-03-03 20:00:00
            Paper Boats,Nella Quist,,Low Tide,203.0.113.77,200,ios,iPhone,soon
            """;

    public static final String TAUTULLI = """
            {"response":{"result":"success","message":null,"data":{"recordsFiltered":4,"recordsTotal":4,"data":[
              {"date":1677700801,"started":1677700801,"stopped":1677701011,"play_duration":210,"user":"anna","friendly_name":"Anna",
               "media_type":"track","title":"Harbour Lights","parent_title":"Low Tide","grandparent_title":"Nella Quist","original_title":"","percent_complete":100},
              {"started":1677787200,"play_duration":9,"user":"ben","media_type":"track","title":"Rope","parent_title":"Knots",
               "grandparent_title":"Various Artists","original_title":"The Ferrymen","percent_complete":4},
              {"started":1677787300,"play_duration":4000,"user":"ben","media_type":"movie","title":"A Film","percent_complete":90},
              {"started":null,"play_duration":200,"user":"ben","media_type":"track","title":"Rope","grandparent_title":"The Ferrymen","parent_title":"Knots"}],
              "draw":1,"filter_duration":"4 mins","total_duration":"4 mins"}}}
            """;

    public static final String JELLYFIN_BACKUP = """
            2023-03-01 20:00:01.1234567\tcafe0000000000000000000000000001\tbeef0000000000000000000000000001\tAudio\tNella Quist - Harbour Lights (Low Tide)\tDirectPlay\tWeb\tFirefox\t210
            2023-03-02 20:00:00.0000000\tcafe0000000000000000000000000002\tbeef0000000000000000000000000002\tAudio\tThe Ferrymen - Rope (live) (Knots (Deluxe))\tDirectPlay\tWeb\tFirefox\t9
            2023-03-02 21:00:00.0000000\tcafe0000000000000000000000000002\tbeef0000000000000000000000000003\tMovie\tA Film\tDirectPlay\tWeb\tFirefox\t5000
            2023-03-02 22:00:00.0000000\tcafe0000000000000000000000000002\tbeef0000000000000000000000000004\tAudio\tNot Known - Hum (Not Known)\tDirectPlay\tWeb\tFirefox\t50
            2023-03-02 22:00:00.0000000\tcafe
            """;

    public static final String LASTFM_1K = """
            user_000001\t2009-05-04T23:08:57Z\tf1b1cf71-bd35-4e99-8624-24a6e15f133a\tNella Quist\t%s\tHarbour Lights
            user_000002\t2009-05-04T13:54:10Z\t\tThe Ferrymen\t\tRope
            user_000002\t2009-05-04T13:54:10Z\t\tThe Ferrymen
            """.formatted(MBID);

    public static final String LASTFM_360K = """
            00000c289a1829a808ac09c00daf10bc3c4e223b\t3bd73256-3905-4f3a-97e2-8b341527f805\tNella Quist\t2137
            00001411dc427966b17297bf4d69e7e193135d89\t\tThe Ferrymen\t99
            00001411dc427966b17297bf4d69e7e193135d89\t\tThe Ferrymen\tmany
            """;

    public static final String PLAYBACK_LOG = """
            # Rockbox playback log
            1677700801:210000:210000:/<microSD0>/Music/Nella Quist/Low Tide/01 - Harbour Lights.flac
            1677787200:9000:180000:/Music/The Ferrymen/Knots/1-02. The Ferrymen - Rope.mp3
            0:240000:240000:/Music/Nella Quist/Low Tide/02 Slack Water.mp3
            0:1000:240000:/Music/Nella Quist/Low Tide/03 Paper Boats.mp3
            1677787200:9000:180000:/rope.mp3
            no line of it
            """;

    public static final String CLOCKLESS_LOG = """
            #AUDIOSCROBBLER/1.1
            #TZ/UNKNOWN
            #CLIENT/Rockbox sansaclip
            Nella Quist\tLow Tide\tHarbour Lights\t1\t210\tL\t0\t
            Nella Quist\tLow Tide\tHarbour Lights\t1\t210\tL\t0\t
            The Ferrymen\t\tRope\t\t180\tS\t0\t
            """;

    public static final String SCRUBBLER = """
            "Nella Quist","Low Tide","Harbour Lights","31/03/2023 20:00:01","Nella Quist","00:03:30"
            "The Ferrymen","","Rope","02/03/2023 20:00:00","",""
            "The Ferrymen","","Rope","bald"
            """;

    public static final String MOVIELENS = """
            userId,movieId,rating,timestamp
            1,31,2.5,1260759144
            2,31,five,1260759179
            """;

    public static final String MOVIELENS_COLONS = """
            1::1193::5::978300760
            1::661::3::978302109
            """;

    public static final String MOVIELENS_TABS = "196\t242\t3\t881250949\n186\t302\t3\t891717742\n";

    public static final String MOVIELENS_TITLES = """
            movieId,title,genres
            31,"Ferry, The (1995)",Drama
            """;

    public static final String MOVIELENS_TITLES_COLONS = "1193::Ferry, The (1995)::Drama|Children's\n";

    public static final String MOVIELENS_TITLES_BARS =
            "242|Ferry, The (1995)|01-Jan-1995||http://example.org/ferry|0|0|1\n302|Knots (1996)|01-Jan-1996||u|0|1|0\n";

    /** Every shape that is a text, by its format's name and what tells it from others of that name. */
    public static final Map<String, String> ALL = all();

    private ServiceFixtures() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("koito", KOITO);
        all.put("librefm", LIBREFM);
        all.put("librefm plain", LIBREFM_PLAIN);
        all.put("librefm users", LIBREFM_USERS);
        all.put("exportify", EXPORTIFY);
        all.put("itunes", ITUNES);
        all.put("youtube-music", YOUTUBE);
        all.put("apple-music", APPLE_ACTIVITY);
        all.put("apple-music daily", APPLE_DAILY);
        all.put("apple-music library", APPLE_LIBRARY);
        all.put("amazon-music", AMAZON);
        all.put("amazon-music library", AMAZON_LIBRARY);
        all.put("deezer", DEEZER);
        all.put("tautulli", TAUTULLI);
        all.put("jellyfin", JELLYFIN_BACKUP);
        all.put("lastfm-1k", LASTFM_1K);
        all.put("rockbox-playback-log", PLAYBACK_LOG);
        all.put("scrobbler-log clockless", CLOCKLESS_LOG);
        all.put("scrubbler", SCRUBBLER);
        return all;
    }

    /** Those that name songs by ids: none goes together with one of another format. */
    public static List<String> withIds() {
        return List.of(
                LASTFM_360K,
                MOVIELENS,
                MOVIELENS_COLONS,
                MOVIELENS_TABS,
                MOVIELENS_TITLES,
                MOVIELENS_TITLES_COLONS,
                MOVIELENS_TITLES_BARS);
    }
}
