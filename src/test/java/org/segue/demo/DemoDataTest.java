package org.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private static byte[] file;
    private static String csv;
    private static List<NamedCsvRecord> rows;

    @BeforeAll
    static void readFile() throws IOException {
        file = Files.readAllBytes(Path.of(DemoData.FILE));
        csv = new String(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), StandardCharsets.UTF_8);
        rows = CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    @Test
    void file_isWhatTheGeneratorMakes() {
        // Compared unpacked: zlib and its descendants pack the same text into different bytes.
        assertThat(DemoData.csv()).isEqualTo(csv);
    }

    @Test
    void compressed_sameText_isTheSameFileAtAnyTime() throws IOException {
        byte[] packed = DemoData.compressed("a,b\n");

        assertThat(packed).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a,b\n");
    }

    @Test
    void file_isSmallAndItsTableIsLarge() {
        assertThat(file).hasSizeLessThan(2_000_000);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(100_000);
        assertThat(values("user_id")).hasSizeGreaterThanOrEqualTo(1500);
        assertThat(values("song_id")).hasSizeGreaterThanOrEqualTo(4000);
    }

    @Test
    void everyUserAndSong_hasOneRow() {
        Set<String> cells = rows.stream()
                .map(row -> row.getField("user_id") + ' ' + row.getField("song_id"))
                .collect(Collectors.toSet());

        assertThat(cells).hasSameSizeAs(rows);
    }

    @Test
    void ids_areUrlSafe() {
        assertThat(values("user_id")).allMatch(id -> id.matches("[a-z]+-[a-z]+"));
        assertThat(values("song_id")).allMatch(id -> id.matches("d[0-9]{4}"));
    }

    @Test
    void everySong_isDescribedInItsFirstRowAlone() {
        Set<String> described = new HashSet<>();
        List<NamedCsvRecord> faulty = rows.stream()
                .filter(row -> !isDescribed(row, described.add(row.getField("song_id"))))
                .toList();

        assertThat(faulty).isEmpty();
    }

    @Test
    void songs_ofAnArtist_haveDifferentTitles() {
        List<String> songs = rows.stream()
                .filter(row -> !row.getField("title").isEmpty())
                .map(row -> row.getField("artist") + " – " + row.getField("title"))
                .toList();

        assertThat(songs).doesNotHaveDuplicates();
    }

    @Test
    void names_exerciseQuotingAndScripts() {
        Set<String> titles = values("title");

        assertThat(titles).anyMatch(title -> title.contains(",")).anyMatch(title -> title.contains("\""));
        assertThat(titles).anyMatch(title -> title.contains("'")).anyMatch(title -> title.contains("ã"));
        assertThat(titles).anyMatch(title -> title.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void popularity_hasALongTail() {
        List<Integer> listeners = listenersOfSongs();
        int onePercent = listeners.size() / 100;
        double top =
                listeners.stream().limit(onePercent).mapToInt(Integer::intValue).sum();

        assertThat(top / rows.size()).isBetween(0.08, 0.20);
        assertThat(listeners.get(listeners.size() / 2)).isBetween(5, 20);
    }

    @Test
    void playCounts_areHeavyTailed() {
        int[] plays = rows.stream()
                .mapToInt(row -> Integer.parseInt(row.getField("plays")))
                .sorted()
                .toArray();

        assertThat(plays[0]).isEqualTo(1);
        assertThat(plays[plays.length / 2]).isBetween(2, 6);
        assertThat(plays[plays.length - 1]).isGreaterThan(500);
    }

    @Test
    void users_haveHeardBetweenAFewAndManySongs() {
        Map<String, Integer> songs = count("user_id");

        assertThat(songs.values()).allMatch(n -> n >= People.MIN_SONGS && n <= People.MAX_SONGS);
        assertThat(songs.values()).contains(People.MIN_SONGS, People.MAX_SONGS);
    }

    private static boolean isDescribed(NamedCsvRecord row, boolean expected) {
        return Stream.of("title", "artist", "album")
                .allMatch(column -> row.getField(column).isBlank() != expected);
    }

    private static List<Integer> listenersOfSongs() {
        return count("song_id").values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Map<String, Integer> count(String column) {
        Map<String, Integer> rowsOf = new HashMap<>();
        rows.forEach(row -> rowsOf.merge(row.getField(column), 1, Integer::sum));
        return rowsOf;
    }

    private static Set<String> values(String column) {
        return count(column).keySet();
    }
}
