package org.segue.interactions;

import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.catalog.SongMerges;
import org.segue.listens.Measure;

/**
 * Rows of cells whose song has rows under several keys, put together: what one import says under two of them adds up. Few
 * cells are of this kind. For one thread.
 */
final class MergedCells {

    private record Cell(int user, int song) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return user != other.user ? Integer.compare(user, other.user) : Integer.compare(song, other.song);
        }
    }

    private record Origin(int importId, Measure measure) implements Comparable<Origin> {
        @Override
        public int compareTo(Origin other) {
            return importId != other.importId
                    ? Integer.compare(importId, other.importId)
                    : measure.compareTo(other.measure);
        }
    }

    /** Takes a row of a cell. */
    @FunctionalInterface
    interface RowConsumer {
        /** Takes one, from the oldest import to the newest. */
        void accept(int importId, Measure measure, float value);
    }

    /** Takes the end of a cell. */
    @FunctionalInterface
    interface EndConsumer {
        /** All rows of the cell were told. */
        void accept(int user, int song);
    }

    private final SongMerges joined;
    private final SortedMap<Cell, SortedMap<Origin, Float>> rows = new TreeMap<>();

    MergedCells(SongMerges joined) {
        this.joined = joined;
    }

    /** Adds a row: of one import plays add up, and of ratings the last is meant. */
    void add(int user, int song, int importId, Measure measure, float value) {
        rows.computeIfAbsent(new Cell(user, joined.target(song)), cell -> new TreeMap<>())
                .merge(
                        new Origin(importId, measure),
                        value,
                        (before, now) -> measure == Measure.PLAYS ? before + now : now);
    }

    /** Tells all rows, cell by cell. */
    void forEach(RowConsumer row, EndConsumer end) {
        rows.forEach((cell, byOrigin) -> {
            byOrigin.forEach((origin, value) -> row.accept(origin.importId(), origin.measure(), value));
            end.accept(cell.user(), cell.song());
        });
    }
}
