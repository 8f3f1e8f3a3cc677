package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.RecordedRows.BadRow;
import org.segue.imports.formats.RecordedRows.Row;
import org.segue.listens.Measure;

/** Tables as spreadsheets and scripts write them: names of columns, what stands above, quotes, numbers and characters. */
class TableShapesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final ImportOptions ANNA = Fixtures.forUser("anna");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artist,track,date",
                "Artist Name(s),Track Name,Played At",
                "ARTIST_NAME,track-name,listened_at",
                "artistName,trackName,ts",
                "master_metadata_album_artist_name,master_metadata_track_name,ts",
                "grandparent_title,title,started",
                "artist,name,time",
                "albumArtist,Song Title,timeMs",
                "band,song,uts",
                "performer,recording,DateTime",
                "artname,traname,timestamp",
                "artist.#text,name,date.uts",
                "Interpret,Titel,Datum",
                "Artist (main),Title,Date (UTC)",
            })
    void read_usualNamesOfColumns_areKnown(String header) throws IOException {
        RecordedRows read = read(header + "\nMuse,Starlight,1500000000\n");

        assertThat(read.rows).containsExactly(new Row("anna", "muse\tstarlight", 1, 1500000000L));
        assertThat(read.notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plays", "Count", "play count", "Number of Plays", "scrobbles", "timesPlayed", "listens"})
    void read_usualNamesOfCounts_areKnown(String name) throws IOException {
        assertThat(read("username,artist,title," + name + "\nbob,Muse,Starlight,7\n").rows)
                .containsExactly(new Row("bob", "muse\tstarlight", 7, null));
    }

    @Test
    void read_whatElseIsKnownOfTheRecording_isTaken() throws IOException {
        RecordedRows read = read("""
                artist,title,date,isrc,recording_mbid,duration
                A,B,1500000000,GBAYE0601498,f1b1cf71-bd35-4e99-8624-24a6e15f133a,3:45
                A,C,1500000000,,,215000
                """);

        assertThat(read.listens.get(0).song())
                .hasFieldOrPropertyWithValue("isrc", "GBAYE0601498")
                .hasFieldOrPropertyWithValue("mbid", "f1b1cf71-bd35-4e99-8624-24a6e15f133a")
                .hasFieldOrPropertyWithValue("durationMs", 225_000);
        assertThat(read.listens.get(1).song()).hasFieldOrPropertyWithValue("durationMs", 215_000);
    }

    @Test
    void read_columnsNobodyKnows_areNamed() throws IOException {
        RecordedRows read = read(",artist,title,mood,title,date\n0,A,B,gay,x,1500000000\n");

        assertThat(read.rows).containsExactly(new Row("anna", "a\tb", 1, 1500000000L));
        assertThat(read.notes)
                .containsExactly("file.csv: unused columns: “column 1, which has no name”, “mood”, “title, column 5”.");
    }

    @Test
    void read_lastTimeBesideCounts_saysNothingOfTheOthers() throws IOException {
        RecordedRows read = read("user,artist,title,plays,last_played\nbob,A,B,3,2018-01-31\n");

        assertThat(read.rows).containsExactly(new Row("bob", "a\tb", 3, null));
        assertThat(read.notes).containsExactly("file.csv: unused columns: “last_played”.");
    }

    @Test
    void read_ratingsWithTimes_areRatings() throws IOException {
        RecordedRows read = read("userId,itemId,rating,timestamp\n1,31,2.5,1260759144\n");

        assertThat(read.measure).isEqualTo(Measure.RATINGS);
        assertThat(read.rows).containsExactly(new Row("1", "31", 2.5, null));
        assertThat(read.notes)
                .containsExactly(
                        "file.csv: unused columns: “timestamp”.",
                        "file.csv: the column “rating” has ratings, not plays. They only count for models that predict ratings.");
    }

    @Test
    void read_artistsOfADataSet_areWhatIsListenedTo() throws IOException {
        RecordedRows read = read("usersha1\tartmbid\tartname\tplays\nabc\t\tDeep Dish\t2137\n");

        assertThat(read.rows).containsExactly(new Row("abc", "Deep Dish", 2137, null));
        assertThat(read.notes).contains("file.csv has artists and no songs, so artists are imported as songs.");
    }

    @Test
    void read_idsOfArtistsAndNumbersOfTracks_areNoSongs() throws IOException {
        assertThat(read("artistId,artist,title,track,date\n7,A,B,3,1500000000\n").rows)
                .containsExactly(new Row("anna", "a\tb", 1, 1500000000L));
    }

    @Test
    void read_rowsWithMoreFieldsThanTheHeader_areBad() throws IOException {
        RecordedRows read = read("artist,title,date\nA,B,C,1500000000\nA,B,1500000000,\nA,B,1500000000\n");

        assertThat(read.rows).hasSize(1);
        assertThat(read.bad)
                .containsExactly(
                        new BadRow(
                                "file.csv", 2, "expected the 3 columns of the header (artist, title, date), found 4"),
                        new BadRow(
                                "file.csv", 3, "expected the 3 columns of the header (artist, title, date), found 4"));
    }

    @Test
    void read_rowsWithoutArtistOrTitle_areBadAndNoSongsOfTheirOwn() throws IOException {
        RecordedRows read = read("artist,title,plays\n,B,1\nA,,1\n,,\nartist,title,plays\nA,B,1\n");

        assertThat(read.rows).containsExactly(new Row("anna", "a\tb", 1, null));
        assertThat(read.bad)
                .containsExactly(
                        new BadRow("file.csv", 2, "missing artist"), new BadRow("file.csv", 3, "missing track"));
        assertThat(read.skipped).containsOnlyKeys("an empty row", "the header again");
    }

    @Test
    void read_eventsThatAreNoPlays_arePassedOver() throws IOException {
        RecordedRows read = read("timeMs,artist,track,event\n1500000000123,A,B,scrobble\n1500000000123,A,B,love\n");

        assertThat(read.rows).hasSize(1);
        assertThat(read.skipped).containsOnlyKeys("an event that isn’t a play");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\nArtist;Title;Date\nMuse;Star, light;1500000000\n",
                "\uFEFF\"sep=;\"\r\n\r\nArtist;Title;Date\r\nMuse;Star, light;1500000000\r\n",
                "\n\n   \nartist|title|date\nMuse|Star, light|1500000000\n",
                "# Exported, artist, title\n#\n\nartist;title;date\nMuse;Star, light;1500000000\n",
                "// of 2018\n%\nartist\ttitle\tdate\nMuse\tStar, light\t1500000000\n",
                "#artist\ttitle\tdate\nMuse\tStar, light\t1500000000\n",
                "What I heard;;\n;;\nartist;title;date\nMuse;Star, light;1500000000\n",
                "Data export from Somewhere\nartist,title,date\nMuse,\"Star, light\",1500000000\n",
                "+ACM- Data export from Libre.fm\n+ACM- libre.fm\nTime,Artist,Track\n1500000000,Muse,+ACI-Star, light+ACI-\n",
            })
    void read_whateverStandsAboveTheHeader_isPassedOver(String table) throws IOException {
        RecordedRows read = read(table);

        assertThat(read.bad).isEmpty();
        assertThat(read.rows).containsExactly(new Row("anna", "muse\tstar light", 1, 1500000000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n\"track\": {\n", "<plist>\nsong,artist\n", "[\n\"song\",\n", "What follows\nsong\n"})
    void find_otherTextsWithWordsForSongs_areNoTables(String text) throws IOException {
        assertThat(TableLayout.find(FileHead.read(new java.io.StringReader(text))))
                .isEmpty();
    }

    @Test
    void read_linesAboveTheHeader_countInTheNumbersOfLines() throws IOException {
        assertThat(read("# one\n\nsep=,\nartist,title,date\nA,B,soon\nA,\"B\n").badLines())
                .containsExactly(5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artist\ttitle\tdate\nDavid Bowie\t\"Heroes\"\t1500000000\nMuse\tStar\t1500000001\n",
                "artist\ttitle\tdate\nDavid Bowie\t\"\"\"Heroes\"\"\"\t1500000000\nMuse\tStar\t1500000001\n",
                "\"artist\"\t\"title\"\t\"date\"\n\"David Bowie\"\t\"\"\"Heroes\"\"\"\t1500000000\n\"Muse\"\t\"Star\"\t1500000001\n",
            })
    void read_quotesBetweenTabs_areTakenForWhatTheyAre(String table) throws IOException {
        RecordedRows read = read(table);

        assertThat(read.bad).isEmpty();
        assertThat(read.listens).extracting(listen -> listen.song().title()).containsExactly("\"Heroes\"", "Star");
        assertThat(read.listens).extracting(listen -> listen.song().artist()).containsExactly("David Bowie", "Muse");
    }

    @Test
    void read_textsQuotedBetweenTabs_mayHoldTabs() throws IOException {
        RecordedRows read = read("artist\ttitle\tdate\n\"A\tB\"\tC\t1500000000\nMuse\tStar\t1500000001\n");

        assertThat(read.bad).isEmpty();
        assertThat(read.listens).extracting(listen -> listen.song().artist()).containsExactly("A B", "Muse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",|1234|1234",
                ",|\"1,234\"|1234",
                ",|1'234|1234",
                ",|1\u00a0234\u202f567|1234567",
                ",|\"1.234,5\"|1234.5",
                ",|\"1,234.5\"|1234.5",
                ",|12.5|12.5",
                ",|\"0,125\"|0.125",
                ",|1.234|1.234",
                ",|2e3|2000",
                ";|1.234|1234",
                ";|12,5|12.5",
                ";|1.234.567|1234567",
            })
    void read_numbersOfAnyCountry_areUnderstood(String separator, String number, double plays) throws IOException {
        String table = "user,song,plays\nbob,s1,".replace(",", separator) + number.strip() + "\n";

        assertThat(read(table).rows).containsExactly(new Row("bob", "s1", plays, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "0x10", "5f", "1 2", "1.2.3", "12:30"})
    void read_noNumber_isABadRow(String number) throws IOException {
        assertThat(read("user;song;plays\nbob;s1;" + number + "\n").bad.get(0).reason())
                .isEqualTo("plays must be a number, but is \"%s\"".formatted(number));
    }

    @Test
    void read_ratingsWithADecimalComma_areNoThousands() throws IOException {
        assertThat(read("user;song;rating\nbob;s1;4,500\n").rows).containsExactly(new Row("bob", "s1", 4.5, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void read_charactersWithoutAMark_areRecognized(String charset) throws IOException {
        String table = "artist,title,date\nSigur Rós,“Hoppípolla”,1500000000\n";

        assertThat(Fixtures.read(folder, table.getBytes(Charset.forName(charset)), ANNA)
                        .listens
                        .get(0)
                        .song())
                .hasFieldOrPropertyWithValue("artist", "Sigur Rós")
                .hasFieldOrPropertyWithValue("title", "“Hoppípolla”");
    }

    @Test
    void read_charactersOfWindowsFarDown_areRecognized() throws IOException {
        StringBuilder table = new StringBuilder("artist,title,date\n");
        for (int i = 0; i < 5000; i++) {
            table.append(String.format(Locale.ROOT, "Artist,Title %d,%d%n", i, 1500000000 + i));
        }
        byte[] bytes = table.append("Sigur Rós,é,1600000000\n").toString().getBytes(WINDOWS);
        RecordedRows read = Fixtures.read(folder, bytes, ANNA);

        assertThat(read.bad).isEmpty();
        assertThat(read.listens.get(5000).song().artist()).isEqualTo("Sigur Rós");
    }

    @Test
    void encodingNote_ofAnythingButUtf8_saysWhatWasDecided() throws IOException {
        byte[] windows = "artist,title\nSigur Rós,é\n".getBytes(WINDOWS);
        HistoryFile file = new HistoryFile("a.csv", () -> new java.io.ByteArrayInputStream(windows), again -> {});
        file.open().lines().forEach(line -> {});

        assertThat(file.encodingNote()).asString().startsWith("a.csv is not UTF-8: it is read as windows-1252.");
    }

    @Test
    void read_sevenBits_decodesWhatIsEncodedAndNothingElse() throws IOException {
        String table = "+ACM- Data export\nTime,Artist,Track\n1500000000,Sigur R+APM-s,+/-\n1500000001,A +- B,C+D\n";

        assertThat(read(table).listens)
                .extracting(
                        listen -> listen.song().artist() + "/" + listen.song().title())
                .containsExactly("Sigur Rós/+/-", "A + B/C+D");
    }

    private RecordedRows read(String table) throws IOException {
        return Fixtures.read(folder, bytes(table), ANNA);
    }
}
