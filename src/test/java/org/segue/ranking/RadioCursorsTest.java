package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RadioCursorsTest {

    private final RadioCursors cursors = signedWith(1);

    private static RadioCursors signedWith(int key) {
        RadioCursors cursors = new RadioCursors(() -> new byte[] {(byte) key, 2, 3});
        cursors.start(new StartupEvent());
        return cursors;
    }

    @Test
    void state_ofACursor_isTheOneThatItWasMadeOf() {
        RadioState state = RadioState.start(Map.of(7, 1f, 123_456, 2.5f), -42).after(songs(1000, 50_000));

        RadioState read = cursors.state(cursors.cursor(state)).orElseThrow();

        assertThat(read.seeds()).isEqualTo(state.seeds());
        assertThat(read.randomSeed()).isEqualTo(-42);
        assertThat(read.count()).isEqualTo(1000);
        assertThat(read.recent()).hasSize(RadioState.RECENT).isEqualTo(state.recent());
        assertThat(read.before()).hasSize(800).isEqualTo(state.before());
        assertThat(cursors.state(cursors.cursor(RadioState.start(Map.of(), 1)))).isPresent();
    }

    @Test
    void state_ofWhatWasNotMadeHere_isNothing() {
        String cursor = cursors.cursor(RadioState.start(Map.of(7, 1f), 5).after(List.of(1, 2, 3)));

        for (int k = 0; k < cursor.length(); k++) {
            char other = cursor.charAt(k) == 'A' ? 'B' : 'A';
            assertThat(cursors.state(cursor.substring(0, k) + other + cursor.substring(k + 1)))
                    .as("character %d", k)
                    .isEmpty();
        }
        assertThat(cursors.state(cursor + "A")).isEmpty();
        assertThat(cursors.state(cursor.substring(1))).isEmpty();
        assertThat(signedWith(9).state(cursor)).as("another database's").isEmpty();
        assertThat(cursors.state("")).isEmpty();
        assertThat(cursors.state("no cursor at all")).isEmpty();
    }

    @Test
    void cursor_ofEverySongOfACatalog_staysShort() {
        RadioState all = RadioState.start(Map.of(1, 1f), 5).after(songs(5000, 5000));
        String cursor = cursors.cursor(all);

        assertThat(cursor).hasSizeLessThan(2000);
        assertThat(cursors.state(cursor).orElseThrow().before()).hasSize(4800);
    }

    @Test
    void cursor_ofMoreThanFits_keepsTheLast() {
        RadioState many = RadioState.start(Map.of(1, 1f), 5).after(songs(9000, 1_000_000));
        String cursor = cursors.cursor(many);
        RadioState read = cursors.state(cursor).orElseThrow();

        assertThat(cursor).hasSizeLessThan(RadioCursors.MAX_LENGTH);
        assertThat(read.recent()).isEqualTo(many.recent());
        assertThat(read.before()).isEmpty();
        assertThat(read.count()).isEqualTo(9000);
    }

    private static List<Integer> songs(int count, int below) {
        return new Random(3).ints(1, below + 1).distinct().limit(count).boxed().toList();
    }
}
