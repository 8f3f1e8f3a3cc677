package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.formats.RecordedRows.BadRow;
import org.segue.imports.formats.RecordedRows.Row;
import org.segue.listens.Measure;

class TableImporterTest {

    @TempDir
    Path folder;

    @Test
    void read_csv_takesQuotesCommasAndTitles() throws IOException {
        RecordedRows read = Fixtures.read(folder, Fixtures.CSV);

        assertThat(read.bad).isEmpty();
        assertThat(read.rows)
                .containsExactly(
                        new Row("anna", "s1", 12, null),
                        new Row("anna", "s2", 3, null),
                        new Row("ben", "s1", 1, null),
                        new Row("ben", "s3", 7, null));
        assertThat(read.songs)
                .contains(
                        new ExternalSong("s1", "Teardrop", "Massive Attack", "Mezzanine"),
                        new ExternalSong("s2", "Roads, Live", "Portishead", null),
                        new ExternalSong("s3", "She said \"no\"", "Sigur Rós, Guests", "()"));
        assertThat(read.measure).isEqualTo(Measure.PLAYS);
    }

    @Test
    void read_quotedFieldWithLineEnd_isOneRow() throws IOException {
        RecordedRows read =
                Fixtures.read(folder, "user,song,title\na,1,\"two\nlines, \"\"quoted\"\"\"\nb,2,plain\n,3,x\n");

        assertThat(read.songs).extracting(ExternalSong::title).containsExactly("two lines, \"quoted\"", "plain");
        assertThat(read.badLines()).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void read_anyLineEnds_areTheSame(String lineEnd) throws IOException {
        RecordedRows read = Fixtures.read(folder, Fixtures.CSV.replace("\n", lineEnd));

        assertThat(read.rows).hasSize(4);
        assertThat(read.bad).isEmpty();
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheFirstName() throws IOException {
        RecordedRows read = Fixtures.read(folder, "\uFEFF" + Fixtures.CSV);

        assertThat(read.rows).hasSize(4);
        assertThat(read.bad).isEmpty();
    }

    @Test
    void read_gzip_isUnpacked() throws IOException {
        byte[] packed = Fixtures.gzip(bytes(Fixtures.CSV));

        assertThat(Fixtures.read(folder, packed, ImportOptions.auto()).rows).hasSize(4);
    }

    @Test
    void read_tsv_takesQuotesAsTheyAre() throws IOException {
        RecordedRows read = Fixtures.read(folder, Fixtures.TSV);

        assertThat(read.songs).extracting(ExternalSong::title).contains("The \"Best\" of", "\"Quoted\"");
        assertThat(read.measure).isEqualTo(Measure.RATINGS);
        assertThat(read.rows).extracting(Row::value).containsExactly(4.5, -1.0, 3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER_ID,Song_Id,Plays",
                "\"user\",\"song\",\"play_count\"",
                " user , song , weight ",
                "playlist_id,track,listening_events",
                "userID,artistID,listen_count",
                "user;item;playcount",
            })
    void read_headerInOtherWords_isUnderstood(String header) throws IOException {
        String separator = header.contains(";") ? ";" : ",";
        RecordedRows read = Fixtures.read(folder, header + "\n" + String.join(separator, "anna", "s1", "4") + "\n");

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 4, null));
    }

    @Test
    void read_columnsInAnyOrder_withOthersBetween_goByTheirNames() throws IOException {
        RecordedRows read = Fixtures.read(folder, "plays,junk,song,more,user\n4,x,s1,y,anna\n");

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 4, null));
    }

    @Test
    void read_noColumnOfPlays_isOnePlayARow() throws IOException {
        RecordedRows read = Fixtures.read(folder, "user,song\nanna,s1\nanna,s1\n");

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 1, null), new Row("anna", "s1", 1, null));
    }

    @Test
    void read_valueColumnAsked_isARating() throws IOException {
        RecordedRows read = Fixtures.read(
                folder, bytes("user,song,plays,Stars\nanna,s1,9,4.5\n"), Fixtures.withValueColumn("stars"));

        assertThat(read.measure).isEqualTo(Measure.RATINGS);
        assertThat(read.rows).containsExactly(new Row("anna", "s1", 4.5, null));
    }

    @Test
    void read_valueColumnMissing_isASentence() {
        assertThatThrownBy(() -> Fixtures.read(folder, bytes("user,song\na,b\n"), Fixtures.withValueColumn("stars")))
                .isInstanceOf(ImportException.class)
                .hasMessage("file.csv has no column stars.");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000,1700000000",
        "1700000000.5,1700000000",
        "1700000000123,1700000000",
        "2023-11-14T22:13:20Z,1700000000",
        "2023-11-14T22:13:20.123Z,1700000000",
        "2023-11-14T22:13:20.123456Z,1700000000",
        "2023-11-14 22:13:20,1700000000",
        "2023-11-14 22:13,1699999980",
        "2023-11-15T00:13:20+02:00,1700000000",
        "2023-11-15T00:13:20+0200,1700000000",
    })
    void read_timestamp_makesTheRowAListen(String time, long seconds) throws IOException {
        RecordedRows read = Fixtures.read(folder, "user,song,timestamp\nanna,s1," + time + "\n");

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 1, seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "-5", "0", "99999999999999999", "2023-13-01T00:00:00Z", "2023-02-30 10:00", "1e9"})
    void read_timestampIsNone_isABadRow(String time) throws IOException {
        RecordedRows read = Fixtures.read(folder, "user,song,timestamp\nanna,s1," + time + "\nanna,s2,\n");

        assertThat(read.rows).containsExactly(new Row("anna", "s2", 1, null));
        assertThat(read.bad.get(0).reason()).startsWith("timestamp must be ").endsWith(", but is \"" + time + "\"");
    }

    @Test
    void read_playsBesideATime_areSoManyListens() throws IOException {
        RecordedRows read = Fixtures.read(folder, "user,song,plays,timestamp\nanna,s1,3,1700000000\nanna,s2,4,\n");

        assertThat(read.rows)
                .containsExactly(
                        new Row("anna", "s1", 1, 1700000000L),
                        new Row("anna", "s1", 1, 1700000030L),
                        new Row("anna", "s1", 1, 1700000060L),
                        new Row("anna", "s2", 4, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "2881"})
    void read_playsBesideATimeThatCannotBe_areABadRow(String plays) throws IOException {
        RecordedRows read =
                Fixtures.read(folder, "user,song,plays,timestamp\nanna,s1,%s,1700000000\n".formatted(plays));

        assertThat(read.rows).isEmpty();
        assertThat(read.bad.get(0).reason())
                .isEqualTo("plays must be a whole number of at most 2880 plays at one time, but is \"%s\""
                        .formatted(plays));
    }

    @Test
    void read_songWithArtist_isNamedByBoth() throws IOException {
        RecordedRows read = Fixtures.read(folder, bytes(Fixtures.LISTENS), Fixtures.forUser("anna"));

        assertThat(read.bad).isEmpty();
        assertThat(read.rows).extracting(Row::user).containsOnly("anna");
        assertThat(read.rows.get(0).song()).isEqualTo(read.rows.get(2).song());
        assertThat(read.rows.get(0).song()).isNotEqualTo(read.rows.get(1).song());
        assertThat(read.rows).extracting(Row::listenedAt).containsExactly(1700000000L, 1700000500L, 1700000400L);
        assertThat(read.listens.get(1).song())
                .returns("Roads", ExternalSong::title)
                .returns("Portishead", ExternalSong::artist);
    }

    @Test
    void read_blankUsersWhereTheRequestNamesOne_areThatOnes() throws IOException {
        String table = "user,artist,title\n,Ada Moss,Fern\nanna,Ada Moss,Moss\n \u00a0,Ada Moss,Bracken\n";

        RecordedRows named = Fixtures.read(folder, bytes(table), Fixtures.forUser("Anna"));
        RecordedRows unnamed = Fixtures.read(folder, table);

        assertThat(named.bad).isEmpty();
        assertThat(named.rows).extracting(Row::user).containsExactly("Anna", "anna", "Anna");
        assertThat(unnamed.bad).extracting(BadRow::reason).containsOnly("missing user");
    }

    @Test
    void read_artistAndTitleSharingWords_areDifferentSongs() throws IOException {
        RecordedRows read = Fixtures.read(folder, "user,artist,title\na,The The,X\na,The,The X\n");

        assertThat(read.rows).extracting(Row::song).doesNotHaveDuplicates();
    }

    @Test
    void read_noUserAnywhere_isASentenceThatNamesTheColumns() {
        assertThatThrownBy(() -> Fixtures.read(folder, Fixtures.LISTENS))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("no user column")
                .hasMessageContaining("playlist_id");
    }

    @Test
    void read_badRows_areToldWithLineAndReasonAndTheRestGoesOn() throws IOException {
        RecordedRows read = Fixtures.read(folder, """
                user,song,plays
                anna,s1,1
                ,s2,1
                anna,,1
                anna,s3,zero
                anna,s4,0
                anna,s5,-3
                anna,s6,NaN
                anna,s7,Infinity
                anna,s8

                anna,s9,2
                """);

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 1, null), new Row("anna", "s9", 2, null));
        assertThat(read.bad)
                .containsExactly(
                        new BadRow("file.csv", 3, "missing user"),
                        new BadRow("file.csv", 4, "missing song"),
                        new BadRow("file.csv", 5, "plays must be a number, but is \"zero\""),
                        new BadRow(
                                "file.csv",
                                6,
                                "plays must be a number above 0 and at most 1,000,000,000, but is \"0\""),
                        new BadRow(
                                "file.csv",
                                7,
                                "plays must be a number above 0 and at most 1,000,000,000, but is \"-3\""),
                        new BadRow(
                                "file.csv",
                                8,
                                "plays must be a number above 0 and at most 1,000,000,000, but is \"NaN\""),
                        new BadRow(
                                "file.csv",
                                9,
                                "plays must be a number above 0 and at most 1,000,000,000, but is \"Infinity\""),
                        new BadRow("file.csv", 10, "plays must be a number, but is \"\""));
    }

    @Test
    void read_quoteNeverClosed_costsItsOwnRowOnly() throws IOException {
        StringBuilder csv = new StringBuilder("user,song,title\n");
        for (int i = 2; i < 200; i++) {
            csv.append("anna,s").append(i).append(i == 50 || i == 198 ? ",\"never closed\n" : ",fine 7\" mix\n");
        }
        RecordedRows read = Fixtures.read(folder, csv.toString());

        assertThat(read.badLines()).containsExactly(50L, 198L);
        assertThat(read.bad.get(0).reason()).isEqualTo("missing closing quote");
        assertThat(read.rows).hasSize(196);
    }

    @Test
    void read_lineOfTenMegabytes_isBadAndTheRestGoesOn() throws IOException {
        String longLine = "x".repeat(10_000_000);
        RecordedRows read =
                Fixtures.read(folder, "user,song\n" + longLine + ",s1\n\"" + longLine + "\",s2\nanna,s3\nben,s4\n");

        assertThat(read.rows).contains(new Row("anna", "s3", 1, null), new Row("ben", "s4", 1, null));
        assertThat(read.badLines()).contains(2L, 3L);
    }

    @Test
    void read_controlCharacters_areBlanks() throws IOException {
        RecordedRows read =
                Fixtures.read(folder, "user,song,title\nan\u0000na,\u0000s1,T\u0007i\u001b[31mtle\n\u0000,s2,x\n");

        assertThat(read.rows).containsExactly(new Row("an na", "s1", 1, null));
        assertThat(read.songs.get(0).title()).isEqualTo("T i [31mtle");
        assertThat(read.badLines()).containsExactly(3L);
    }

    @Test
    void read_damagedUtf8_areBadRowsAndTheOthersGood() throws IOException {
        byte[] damaged = "user,song,title\nanna,s1,Sigur Rós\nanna,s2,Ro?ds\n".getBytes(StandardCharsets.UTF_8);
        damaged[damaged.length - 4] = (byte) 0xff;
        RecordedRows read = Fixtures.read(folder, damaged, ImportOptions.auto());

        assertThat(read.rows).containsExactly(new Row("anna", "s1", 1, null));
        assertThat(read.bad)
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo("\"Ro\uFFFDds\" has unreadable characters"));
    }

    @Test
    void read_utf16WithMark_isRead() throws IOException {
        byte[] utf16 = "user,song,title\nanna,s1,Sigur Rós\n".getBytes(StandardCharsets.UTF_16);

        assertThat(Fixtures.read(folder, utf16, ImportOptions.auto())
                        .songs
                        .get(0)
                        .title())
                .isEqualTo("Sigur Rós");
    }

    @Test
    void read_characterThatNoTextHas_opensNoQuote() throws IOException {
        RecordedRows read = Fixtures.read(folder, "user\tsong\nanna\t\uFFFFs1\nben\ts2\n");

        assertThat(read.rows).extracting(Row::user).containsExactly("anna", "ben");
    }

    @Test
    void read_overlongIdsAndTitles_areRefusedAndCut() throws IOException {
        RecordedRows read = Fixtures.read(
                folder, "user,song,title\n%s,s1,t\nanna,s2,%s\n".formatted("u".repeat(501), "t".repeat(3000)));

        assertThat(read.bad)
                .containsExactly(new BadRow("file.csv", 2, "user is too long: 501 characters (maximum 500)"));
        assertThat(read.songs.get(0).title()).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", " "})
    void of_emptyFile_saysSo(String content) {
        assertThatThrownBy(() -> Fixtures.read(folder, content))
                .isInstanceOf(ImportException.class)
                .hasMessage("file.csv is empty.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "\n\nhello",
                "name,age\nanna,7\n",
                "user\nanna\n",
                "\u0000\u0001\u0002\u0003",
                "PK\u0003\u0004zip",
                "{\"user\":\"anna\",\"song\":1}"
            })
    void of_noTable_isASentenceThatSaysWhatWasExpected(String content) {
        assertThatThrownBy(() -> Fixtures.read(folder, content))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("recognize the format of file.csv")
                .hasMessageContaining("user_id")
                .hasMessageContaining("song_id");
    }
}
