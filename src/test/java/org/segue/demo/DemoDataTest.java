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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(file).hasSizeLessThan(3_000_000);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(250_000);
        assertThat(values("user_id")).hasSizeGreaterThanOrEqualTo(1500);
        assertThat(values("song_id")).hasSizeGreaterThanOrEqualTo(4000);
    }

    @Test
    void listensOfAUser_comeInTheirOrder_oneAtATime() {
        List<String> faulty = pairs((before, after) -> minutesAgo(before) <= minutesAgo(after));

        assertThat(faulty).isEmpty();
    }

    @Test
    void listens_areOfTwoYears_andOneIsTheNewest() {
        List<Integer> minutes =
                rows.stream().map(DemoDataTest::minutesAgo).sorted().toList();

        assertThat(minutes.subList(0, 2)).first().isEqualTo(0);
        assertThat(minutes.get(minutes.size() - 1)).isBetween(700 * 24 * 60, 731 * 24 * 60);
    }

    @Test
    void listens_areInSessions_withinWhichOneSongOftenLeadsToTheNextOfItsAlbum() {
        long inSession = pairs((before, after) -> minutesAgo(before) - minutesAgo(after) <= 30)
                .size();
        long ofTheSameAlbum = pairs((before, after) ->
                        minutesAgo(before) - minutesAgo(after) <= 30 && number(after) - number(before) == 1)
                .size();

        assertThat((double) inSession / rows.size()).isBetween(0.75, 0.95);
        assertThat((double) ofTheSameAlbum / inSession).isBetween(0.10, 0.35);
    }

    @Test
    void peopleAndSongs_areThoseOfEarlierDemos() {
        assertThat(values("user_id")).contains("amara-olander", "tilda-grimaldo", "chidi-galanis");
        assertThat(csv)
                .contains(",He Left Me the Dogs,Odell Boothe,Eleven Kinds of Taxes\n")
                .containsPattern("d0609,[0-9]+,Low and Burnt,The Salt Flat Lords,The Thirsty Camel\n")
                .containsPattern("d0615,[0-9]+,To Carry a Chalice,Moss-Covered Crypt,Hymns to Bone\n");
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
        List<Long> listeners = listenersOfSongs();
        int onePercent = listeners.size() / 100;
        double top =
                listeners.stream().limit(onePercent).mapToLong(Long::longValue).sum();

        assertThat(top / plays().size()).isBetween(0.06, 0.20);
        assertThat(listeners.get(listeners.size() / 2)).isBetween(5L, 20L);
    }

    @Test
    void someSongs_areHeardAgainAndAgain() {
        List<Long> plays = plays().values().stream().sorted().toList();

        assertThat(plays.get(plays.size() / 2)).isBetween(1L, 3L);
        assertThat(plays.get(plays.size() - 1)).isGreaterThan(25);
    }

    @Test
    void users_haveHeardAFewOrManySongs() {
        List<Long> songs = plays().keySet().stream()
                .collect(Collectors.groupingBy(cell -> cell.get(0), Collectors.counting()))
                .values()
                .stream()
                .sorted()
                .toList();

        assertThat(songs.get(0)).isLessThan(20);
        assertThat(songs.get(songs.size() - 1)).isBetween(250L, 500L);
    }

    private static boolean isDescribed(NamedCsvRecord row, boolean expected) {
        return Stream.of("title", "artist", "album")
                .allMatch(column -> row.getField(column).isBlank() != expected);
    }

    /** Listens of each user and song. */
    private static Map<List<String>, Long> plays() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.getField("user_id"), row.getField("song_id")), Collectors.counting()));
    }

    private static List<Long> listenersOfSongs() {
        return plays().keySet().stream()
                .collect(Collectors.groupingBy(cell -> cell.get(1), Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Rows that follow one of the same user, if they are such. */
    private static List<String> pairs(BiPredicate<NamedCsvRecord, NamedCsvRecord> which) {
        return IntStream.range(1, rows.size())
                .filter(i ->
                        rows.get(i).getField("user_id").equals(rows.get(i - 1).getField("user_id")))
                .filter(i -> which.test(rows.get(i - 1), rows.get(i)))
                .mapToObj(i -> rows.get(i).toString())
                .toList();
    }

    private static int minutesAgo(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("minutes_ago"));
    }

    private static int number(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("song_id").substring(1));
    }

    private static Set<String> values(String column) {
        return rows.stream().map(row -> row.getField(column)).collect(Collectors.toSet());
    }
}
