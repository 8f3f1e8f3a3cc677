package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.imports.formats.Fixtures;

/** Songs of the same artist and title that are two, and what is told by artist and title alone. */
@Timeout(120)
class NamesakesTest extends WithRunningImports {

    private static final String SHORT = lines("\"release_name\":\"Short album\",", "\"duration_ms\":90000", 100, 200);
    private static final String LONG =
            lines("\"release_name\":\"Long album\",", "\"duration_ms\":240000", 300, 400, 500);
    private static final String NEITHER = lines("", "", 10_000, 20_000, 30_000, 40_000);

    private static final Map<Character, String> FILES = Map.of('S', SHORT, 'L', LONG, 'N', NEITHER);

    private static String lines(String album, String info, int... times) {
        StringBuilder lines = new StringBuilder();
        for (int time : times) {
            lines.append("{\"listened_at\":")
                    .append(1_600_000_000 + time)
                    .append(",\"track_metadata\":{\"artist_name\":\"The xx\",\"track_name\":\"Intro\",")
                    .append(album)
                    .append("\"additional_info\":{")
                    .append(info)
                    .append("}}}\n");
        }
        return lines.toString();
    }

    private ImportJob take(char file) throws IOException {
        return imports.run(Fixtures.forUser("anna"), Fixtures.bytes(FILES.getOrDefault(file, "")));
    }

    // By album: the time of each listen.
    private Map<String, Set<Integer>> listens() {
        Map<String, Set<Integer>> times = new TreeMap<>();
        imports.database
                .query(
                        "SELECT DISTINCT COALESCE(t.album, 'none'), l.listened_at - 1600000000 FROM listen l"
                                + " JOIN song s ON s.id = l.song_id JOIN song t ON t.id = COALESCE(s.merged_into, s.id)"
                                + " JOIN import i ON i.id = l.import_id WHERE i.status = 'completed'",
                        row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(one -> times.computeIfAbsent(one.getKey(), album -> new TreeSet<>())
                        .add(one.getValue()));
        return times;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLN", "SNL", "LSN", "LNS", "NSL", "NLS"})
    void threeFiles_inAnyOrder_giveTheSameListens_andSoDoesUndo(String order) throws IOException {
        Map<Character, Integer> jobs = new HashMap<>();
        for (int i = 0; i < order.length(); i++) {
            jobs.put(order.charAt(i), take(order.charAt(i)).id());
        }

        assertThat(listens())
                .isEqualTo(Map.of(
                        "Short album",
                        Set.of(100, 200),
                        "Long album",
                        Set.of(300, 400, 500, 10_000, 20_000, 30_000, 40_000)));

        imports.undo(jobs.getOrDefault('L', 0));
        assertThat(listens()).isEqualTo(Map.of("Short album", Set.of(100, 200, 10_000, 20_000, 30_000, 40_000)));

        take('L');
        assertThat(listens().getOrDefault("Long album", Set.of())).contains(10_000, 500);
        imports.undo(jobs.getOrDefault('N', 0));
        assertThat(listens()).isEqualTo(Map.of("Short album", Set.of(100, 200), "Long album", Set.of(300, 400, 500)));
    }

    @Test
    void oneImport_ofAllThree_givesTheSameListens() throws IOException {
        imports.run(Fixtures.forUser("anna"), Fixtures.bytes(NEITHER + SHORT + LONG));

        assertThat(listens())
                .isEqualTo(Map.of(
                        "Short album",
                        Set.of(100, 200),
                        "Long album",
                        Set.of(300, 400, 500, 10_000, 20_000, 30_000, 40_000)));
    }

    @Test
    void manyListens_ofWhichSomeAreToldByNameAlone_areAllKept() throws IOException {
        int[] times = IntStream.range(0, 300).map(i -> 1000 + 1000 * i).toArray();
        int[] others = IntStream.range(0, 300).map(i -> 1500 + 1000 * i).toArray();
        imports.run(
                Fixtures.forUser("anna"),
                Fixtures.bytes(lines("", "", times)
                        + lines("\"release_name\":\"Long album\",", "\"duration_ms\":240000", others)));

        assertThat(imports.database.query(
                        "SELECT count(*), sum(by_name), sum(by_name * ((listened_at - 1600000000) % 1000 = 0)),"
                                + " count(DISTINCT listened_at) FROM listen",
                        row -> List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))))
                .containsExactly(List.of(600, 300, 300, 600));
    }

    @Test
    void sameAlbum_orLengthsNearby_orAnUnknownLength_isOneSong() throws IOException {
        List<String> others = new ArrayList<>(List.of(
                lines("\"release_name\":\"Short album\",", "\"duration_ms\":240000", 1000),
                lines("\"release_name\":\"Best of\",", "\"duration_ms\":104000", 2000),
                lines("\"release_name\":\"Best of\",", "", 3000),
                lines("", "\"duration_ms\":240000", 4000)));
        take('S');
        for (String other : others) {
            imports.run(Fixtures.forUser("anna"), Fixtures.bytes(other));
        }

        assertThat(listens()).isEqualTo(Map.of("Short album", Set.of(100, 200, 1000, 2000, 3000, 4000)));
    }
}
