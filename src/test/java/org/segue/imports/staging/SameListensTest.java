package org.segue.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.listens.Listen;
import org.segue.listens.PlaysOfFiles;
import org.segue.storage.Databases;

/** Which listens of several files are one play. */
class SameListensTest {

    private static final long NOON = 1_300_000_000;

    private final List<Listen> kept = new ArrayList<>();

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private SameListens ofTwo;

    @BeforeEach
    void open() throws IOException {
        opened = Databases.open(folder);
        ofTwo = of(2, new int[0]);
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private SameListens of(int tellers, int[] lengths) {
        return new SameListens(tellers, new PlaysOfFiles(opened.database(), lengths), kept::add);
    }

    private static Listen listen(long time, int song, int spread) {
        return new Listen(1, time, song, false, spread);
    }

    @Test
    void add_twoFormatsTellOfAPlay_theMoreExactOneIsKept() {
        ofTwo.add(listen(NOON, 1, 59), 0);
        ofTwo.add(listen(NOON + 40, 1, 0), 1);
        ofTwo.end();

        assertThat(kept).containsExactly(listen(NOON + 40, 1, 0));
    }

    @Test
    void add_twoTell_asFarApartAsTheLengthOfTheSongAllows() {
        ofTwo.add(listen(NOON, 1, 0), 0);
        ofTwo.add(listen(NOON + 10, 1, 0), 1);
        ofTwo.end();
        assertThat(kept).as("no length is known").hasSize(2);

        kept.clear();
        SameListens ofKnown = of(2, new int[] {0, 200_000, 12_000});
        ofKnown.add(listen(NOON, 1, 0), 0);
        ofKnown.add(listen(NOON, 2, 0), 0);
        ofKnown.add(listen(NOON + 12, 2, 0), 1);
        ofKnown.add(listen(NOON + 29, 1, 0), 1);
        ofKnown.end();
        assertThat(kept).containsExactly(listen(NOON, 1, 0), listen(NOON, 2, 0), listen(NOON + 12, 2, 0));
    }

    @Test
    void add_oneFormatTellsOfTwoPlays_bothAreKept() {
        ofTwo.add(listen(NOON, 1, 0), 0);
        ofTwo.add(listen(NOON + 5, 1, 0), 0);
        ofTwo.add(listen(NOON + 5, 1, 0), 0);
        ofTwo.end();

        assertThat(kept).containsExactly(listen(NOON, 1, 0), listen(NOON + 5, 1, 0));
    }

    @Test
    void add_otherSongsInBetween_areKeptInOrder() {
        ofTwo.add(listen(NOON, 1, 59), 0);
        ofTwo.add(listen(NOON + 10, 2, 0), 1);
        ofTwo.add(listen(NOON + 50, 1, 0), 1);
        ofTwo.add(listen(NOON + 200, 3, 0), 1);
        ofTwo.add(new Listen(2, NOON, 1, false, 0), 1);
        ofTwo.end();

        assertThat(kept)
                .containsExactly(
                        listen(NOON + 10, 2, 0),
                        listen(NOON + 50, 1, 0),
                        listen(NOON + 200, 3, 0),
                        new Listen(2, NOON, 1, false, 0));
    }

    @Test
    void add_playAndSkipAtOneTime_isAPlay() {
        SameListens ofOne = of(1, new int[0]);
        ofOne.add(new Listen(1, NOON, 1, true, 0), 0);
        ofOne.add(listen(NOON, 2, 0), 0);
        ofOne.add(listen(NOON, 1, 0), 0);
        ofOne.end();

        assertThat(kept).containsExactly(listen(NOON, 1, 0), listen(NOON, 2, 0));
    }
}
