package org.segue.imports.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Small exports that are no texts: spreadsheets and databases. Titles, people and numbers are made up. */
public final class BinaryFixtures {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static final String SHARED = """
            <?xml version="1.0" encoding="UTF-8"?><sst xmlns="%s" count="4" uniqueCount="4"><si><t>Song Title</t></si><si><t>Artist</t></si>\
            <si><t>Nella Quist, Otto Brask</t></si><si><t>Harbour "Lights"</t></si></sst>
            """.formatted(MAIN);

    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="%s"><numFmts count="1">\
            <numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
            <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>
            """.formatted(MAIN);

    /** Rows 1, 2, 4 and 5: a text of the shared ones, one of its own, numbers, and dates as a text and as a number. */
    public static final String HISTORY = """
            <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="%s"><sheetData>\
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>ISRC</t></is></c>\
            <c r="D1" t="inlineStr"><is><t>Album Title</t></is></c><c r="E1" t="inlineStr"><is><t>Listening Time</t></is></c>\
            <c r="F1" t="inlineStr"><is><t>Date</t></is></c></row>\
            <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="inlineStr"><is><t>NOA1B2300001</t></is></c>\
            <c r="D2" t="inlineStr"><is><t>Low Tide</t></is></c><c r="E2"><v>210</v></c>\
            <c r="F2" t="inlineStr"><is><t>2023-03-01 20:00:01</t></is></c></row>\
            <row r="4"><c r="A4" t="inlineStr"><is><t>Rope</t></is></c><c r="B4" t="inlineStr"><is><t>The Ferrymen</t></is></c>\
            <c r="E4"><v>9</v></c><c r="F4" s="1"><v>44987.8333333333</v></c></row>\
            <row r="5"><c r="A5" t="inlineStr"><is><t>Rope</t></is></c><c r="E5"><v>9</v></c></row></sheetData></worksheet>
            """.formatted(MAIN);

    private static final String FAVORITES = """
            <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="%s"><sheetData>\
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>2</v></c></row></sheetData></worksheet>
            """.formatted(MAIN);

    public static final List<String> NAVIDROME = List.of(
            "CREATE TABLE user (id varchar PRIMARY KEY, user_name varchar, password varchar)",
            "CREATE TABLE media_file (id varchar PRIMARY KEY, title varchar, artist varchar, album varchar, duration real, mbz_recording_id varchar, lyrics varchar)",
            "CREATE TABLE annotation (user_id varchar, item_id varchar, item_type varchar, play_count integer, play_date datetime, rating integer, starred bool, starred_at datetime)",
            "CREATE TABLE scrobbles (media_file_id varchar, user_id varchar, submission_time integer)",
            "INSERT INTO user VALUES ('u1', 'anna', 'secret'), ('u2', 'ben', 'secret')",
            "INSERT INTO media_file VALUES ('m1', 'Harbour Lights', 'Nella Quist • Otto Brask', 'Low Tide', 210.4, '"
                    + HistoryFixtures.MBID + "', ''), ('m2', 'Rope', 'The Ferrymen', 'Knots', 180, '', '')",
            "INSERT INTO scrobbles VALUES ('m1', 'u1', 1677700801), ('m2', 'u1', 1677787200), ('gone', 'u1', 1677787300), ('m2', 'u2', 'soon')",
            "INSERT INTO annotation VALUES ('u1', 'm1', 'media_file', 5, '2023-03-01 20:00:01', 4, 1, '2023-03-05 10:00:00.5+00:00'),"
                    + " ('u1', 'm2', 'media_file', 1, '2023-03-02 20:00:00', 0, 0, NULL),"
                    + " ('u2', 'm2', 'media_file', 3, NULL, 0, 0, NULL), ('u1', 'a1', 'album', 9, NULL, 0, 1, NULL)");

    public static final List<String> JELLYFIN = List.of(
            "CREATE TABLE PlaybackActivity (DateCreated DATETIME NOT NULL, UserId TEXT, ItemId TEXT, ItemType TEXT, ItemName TEXT, PlaybackMethod TEXT, ClientName TEXT, DeviceName TEXT, PlayDuration INT)",
            "INSERT INTO PlaybackActivity VALUES ('2023-03-01 20:00:01.1234567', 'cafe01', 'i1', 'Audio', 'Nella Quist - Harbour Lights (Low Tide)', 'DirectPlay', 'Web', 'F', 210),"
                    + " ('2023-03-02 20:00:00', 'cafe02', 'i2', 'Movie', 'A Film', 'DirectPlay', 'Web', 'F', 5000),"
                    + " ('2023-03-02 20:00:00', 'cafe02', 'i2', 'Audio', x'00ff', 'DirectPlay', 'Web', 'F', 50)");

    private BinaryFixtures() {}

    /** A spreadsheet as Deezer sends it, with sheets of favorites and of what was heard. */
    public static byte[] deezer(String history) {
        return HistoryFixtures.zip(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$s.sharedStrings+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/></Types>
                """.formatted("application/vnd.openxmlformats-officedocument.spreadsheetml"),
                "_rels/.rels",
                "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(PACKAGE, RELATIONS),
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"3_favorites\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"10_listeningHistory\" sheetId=\"2\" r:id=\"s2\"/></sheets></workbook>"
                        .formatted(MAIN, RELATIONS),
                "xl/_rels/workbook.xml.rels",
                ("<Relationships xmlns=\"%1$s\"><Relationship Id=\"s1\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"s2\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                                + "<Relationship Id=\"t\" Type=\"%2$s/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                + "<Relationship Id=\"f\" Type=\"%2$s/styles\" Target=\"styles.xml\"/></Relationships>")
                        .formatted(PACKAGE, RELATIONS),
                "xl/sharedStrings.xml",
                SHARED,
                "xl/styles.xml",
                STYLES,
                "xl/worksheets/sheet1.xml",
                FAVORITES,
                "xl/worksheets/sheet2.xml",
                history);
    }

    /** A database that some statements make. */
    public static byte[] database(Path folder, List<String> statements) {
        try {
            Path file = Files.createTempFile(folder, "made-", ".db");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
