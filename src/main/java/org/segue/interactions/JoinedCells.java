package org.segue.interactions;

import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.catalog.JoinedSongs;

/**
 * Rows of cells whose song has rows under several keys, put together: what one import says under two of them adds up. Few
 * cells are of this kind. For one thread.
 */
final class JoinedCells {

    private record Cell(int user, int song) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return user != other.user ? Integer.compare(user, other.user) : Integer.compare(song, other.song);
        }
    }

    /** Takes a row of a cell. */
    @FunctionalInterface
    interface RowConsumer {
        /** Takes one, from the oldest import to the newest. */
        void accept(int user, int song, int importId, float value);
    }

    /** Takes the end of a cell. */
    @FunctionalInterface
    interface EndConsumer {
        /** All rows of the cell were told. */
        void accept(int user, int song);
    }

    private final JoinedSongs joined;
    private final SortedMap<Cell, SortedMap<Integer, Float>> rows = new TreeMap<>();

    JoinedCells(JoinedSongs joined) {
        this.joined = joined;
    }

    /** Adds a row; of values that do not add up, ratings, one import's last is meant. */
    void add(int user, int song, int importId, float value, boolean addsUp) {
        rows.computeIfAbsent(new Cell(user, joined.target(song)), cell -> new TreeMap<>())
                .merge(importId, value, (before, now) -> addsUp ? before + now : now);
    }

    /** Tells all rows, cell by cell. */
    void forEach(RowConsumer row, EndConsumer end) {
        rows.forEach((cell, byImport) -> {
            byImport.forEach((importId, value) -> row.accept(cell.user(), cell.song(), importId, value));
            end.accept(cell.user(), cell.song());
        });
    }
}
