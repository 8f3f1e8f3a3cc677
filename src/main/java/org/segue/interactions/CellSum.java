package org.segue.interactions;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.listens.Measure;
import org.segue.listens.PlaysBySource;

/**
 * What the rows of one user and song come to: of each source the plays of the latest import that counts are in force, those
 * of several add up as {@link PlaysBySource} says, and of ratings the latest alone is meant. Takes the rows of a cell from the
 * oldest import to the newest, for one thread.
 */
final class CellSum {

    private final Map<Integer, Integer> sourceByImport;
    private final Measure wanted;
    private final PlaysBySource plays = new PlaysBySource();
    private @Nullable Float rating;

    /**
     * An empty one.
     *
     * @param sourceByImport key of the source of each import that counts, as {@link PlaysBySource#KEY} has it
     * @param wanted what the value shall mean
     */
    CellSum(Map<Integer, Integer> sourceByImport, Measure wanted) {
        this.sourceByImport = new HashMap<>(sourceByImport);
        this.wanted = wanted;
    }

    /** Forgets the cell before. */
    void clear() {
        plays.clear();
        rating = null;
    }

    /** Takes the next row of the cell. */
    void add(int importId, Measure measure, float value) {
        Integer source = sourceByImport.get(importId);
        if (source == null) {
            return;
        }
        if (measure == Measure.RATINGS) {
            rating = value;
        } else if (wanted == Measure.PLAYS) {
            plays.put(source, value);
        }
    }

    boolean isEmpty() {
        return plays.isEmpty() && rating == null;
    }

    float value() {
        if (rating != null && plays.isEmpty()) {
            // To a model of plays a rating says no more than that the song was heard.
            return wanted == Measure.PLAYS ? 1 : rating;
        }
        return (float) plays.total();
    }
}
