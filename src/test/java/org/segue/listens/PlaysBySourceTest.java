package org.segue.listens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaysBySourceTest {

    private final PlaysBySource plays = new PlaysBySource();

    @Test
    void total_ofSeveralSources_isTheirSum_andOfEachTheLatest() {
        plays.put(1, 3);
        plays.put(2, 4);
        plays.put(1, 5);
        plays.add(2, 1);

        assertEquals(10, plays.total());
    }

    @Test
    void total_withAnExportOfTheHouse_isTheLarger() {
        plays.put(1, 3);
        plays.put(2, 4);
        plays.put(PlaysBySource.OF_HOUSE, 7);
        assertEquals(7, plays.total(), "an export of just these");

        plays.put(PlaysBySource.OF_HOUSE, 9);
        assertEquals(9, plays.total(), "one of them is gone since");

        plays.put(1, 30);
        assertEquals(34, plays.total(), "more has come since");
    }

    @Test
    void clear_leavesNothing() {
        plays.put(PlaysBySource.OF_HOUSE, 7);
        plays.clear();

        assertTrue(plays.isEmpty());
        assertEquals(0, plays.total());
    }
}
