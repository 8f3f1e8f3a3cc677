package org.segue.imports.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.segue.imports.ImportOptions;

/** Small files in the shapes that are imported. */
public final class Fixtures {

    public static final String CSV = """
            user_id,song_id,plays,title,artist,album
            anna,s1,12,Teardrop,Massive Attack,Mezzanine
            anna,s2,3,"Roads, Live",Portishead,
            ben,s1,1,Teardrop,Massive Attack,Mezzanine
            ben,s3,7,"She said ""no\""","Sigur Rós, Guests",()
            """;

    public static final String TSV = """
            userID\titemID\trating\ttitle
            2\t51\t4.5\tThe "Best" of
            2\t52\t-1\t"Quoted"
            3\t51\t3\tThe "Best" of
            """;

    public static final String LISTENS = """
            song;artist;timestamp
            Teardrop;Massive Attack;1700000000
            Roads;Portishead;1700000500000
            Teardrop;Massive Attack;2023-11-14T22:20:00Z
            """;

    static final String USER_A = "b80344d063b5ccb3212f76538f3d9e43d87dca9e";
    static final String USER_B = "85c1f87fea955d09b4bec2e36aee110927aedf9a";

    public static final String TRIPLETS = """
            %1$s\tSOAKIMP12A8C130995\t1
            %1$s\tSOAPDEY12A81C210A9\t23
            %2$s\tSOAKIMP12A8C130995\t5
            """.formatted(USER_A, USER_B);

    public static final String UNIQUE_TRACKS = """
            TRMMMYQ128F932D901<SEP>SOAKIMP12A8C130995<SEP>Jack Johnson<SEP>The Cove
            TRMMMKD128F425225D<SEP>SOAPDEY12A81C210A9<SEP>Karkkiautomaatti<SEP>Tanssi vaan
            TRMMMRX128F93187D9<SEP>SOGTUKN12AB017F4F1<SEP>Hudson Mohawke<SEP>No One Could Ever
            """;

    public static final String USER_ARTISTS = """
            userID\tartistID\tweight
            2\t51\t13883
            2\t52\t11690
            4\t51\t228
            """;

    public static final String ARTISTS = """
            id\tname\turl\tpictureURL
            51\tDuran Duran\thttp://www.last.fm/music/Duran+Duran\thttp://userserve-ak.last.fm/serve/252/155668.jpg
            52\tMorcheeba "live"\thttp://www.last.fm/music/Morcheeba\t
            """;

    /** Dates of which one decides, numbers with commas, and something above the header. */
    public static final String SPREADSHEET = """
            sep=;
            # What I heard

            Artist;Track Name;Plays;Mood;Played At
            "Sigur Rós";"Olsen; Live";"1,5";x;12/10/2017 9:47 pm
            Amiina;Rugla;3;;31/10/2017 21:47
            Amiina;Rugla;1.234;;Jan 2 2006, 3:04 pm
            Amiina;Rugla;2;;31. Januar 2018 10:00
            """;

    public static final String QUOTED_TSV = """
            "artist"\t"title"\t"date"\t"time"\t"length"\t"ms played"
            "David Bowie"\t"\"\"Heroes\"\""\t"2018-01-31"\t"4:58 pm"\t"3:45"\t"20000"
            """;

    public static final String SEVEN_BITS = """
            +ACM- Data export from Libre.fm
            Time,Artist,Track
            1500000000,Sigur R+APM-s,+ACI-Olsen+ACI-
            """;

    public static final String LISTENBRAINZ_ANSWER = """
            {"payload": {"count": 2, "listens": [
              {"listened_at": 1500000000, "user_name": "rob", "track_metadata": {"artist_name": "A", "track_name": "B"}},
              {"listened_at": 1500000300, "track_metadata": {"artist_name": "A", "track_name": "C"}}
            ], "user_id": "rob"}}
            """;

    public static final String FEEDBACK_ANSWER = """
            {"feedback": [
              {"created": 1500000000, "recording_mbid": "f1b1cf71-bd35-4e99-8624-24a6e15f133a", "score": 1}
            ], "total_count": 1}
            """;

    /** Names of which one recording's keys are made, each in several spellings, and cells of nobody. */
    public static final String SPELLINGS = """
            user,artist,title,album,duration,timestamp
            anna,R.E.M. feat. Kate Pierson,Shiny Happy People [Official Video],Out of Time,3:44,1500000000
            ,REM,Shiny Happy People (Remastered 2016),Best of,260,1500000300
            anna,"Beatles, The",Help! - 2009 Remaster,,,1500000600
            anna,The Beatles - Topic,Help\u200b!,,,1500000900
            \u00a0,AC/DC,T.N.T. (Live),,,1500001200
            anna,Die Ärzte,STRASSE (feat. Ä\u0308),,,1500001500
            anna,İstanbul & Σίσυφος,ΟΔΥΣΣΕΥΣ – Lyric Video,,,1500001800
            anna,AdeleVEVO,!!!,,,1500002100
            """;

    public static final List<String> ALL = List.of(
            SPELLINGS,
            CSV,
            TSV,
            LISTENS,
            TRIPLETS,
            UNIQUE_TRACKS,
            USER_ARTISTS,
            ARTISTS,
            SPREADSHEET,
            QUOTED_TSV,
            SEVEN_BITS,
            LISTENBRAINZ_ANSWER,
            FEEDBACK_ANSWER);

    private Fixtures() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Recognizes and reads a file as an import does. */
    public static RecordedRows read(Path folder, byte[] content, ImportOptions options) throws IOException {
        HistoryFile file = HistoryFile.of(Files.write(folder.resolve("file"), content), "file.csv");
        RecordedRows rows = new RecordedRows();
        Formats.of(file, options).read(file, options, rows);
        return rows;
    }

    public static RecordedRows read(Path folder, String content) throws IOException {
        return read(folder, bytes(content), ImportOptions.auto());
    }

    public static ImportOptions forUser(String user) {
        return new ImportOptions(ImportOptions.AUTO, null, user, null);
    }

    static ImportOptions withValueColumn(String column) {
        return new ImportOptions(ImportOptions.AUTO, null, null, column);
    }
}
