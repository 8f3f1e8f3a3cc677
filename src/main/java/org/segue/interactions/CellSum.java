package org.segue.interactions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.segue.listens.Measure;

/**
 * What the rows of one user and song come to: of each source the row of the latest import that counts is in force, plays
 * of several sources add up, and of ratings the latest alone is meant. Takes the rows of a cell from the oldest import to
 * the newest, for one thread.
 */
final class CellSum {

    /**
     * What is to be known of an import that counts.
     *
     * @param sourceId key of its source
     * @param measure what its values mean
     */
    record ImportInForce(int sourceId, Measure measure) {}

    private final Map<Integer, ImportInForce> inForce;
    private final Measure wanted;
    private final Map<Integer, Float> latestBySource = new LinkedHashMap<>();

    CellSum(Map<Integer, ImportInForce> inForce, Measure wanted) {
        this.inForce = inForce;
        this.wanted = wanted;
    }

    /** Forgets the cell before. */
    void clear() {
        latestBySource.clear();
    }

    /** Takes the next row of the cell. */
    void add(int importId, float value) {
        ImportInForce origin = inForce.get(importId);
        if (origin == null) {
            return;
        }
        if (wanted == Measure.PLAYS) {
            // To a model of plays a rating says no more than that the song was heard.
            latestBySource.put(origin.sourceId(), origin.measure() == Measure.PLAYS ? value : 1f);
        } else if (origin.measure() == Measure.RATINGS) {
            latestBySource.clear();
            latestBySource.put(origin.sourceId(), value);
        }
    }

    /** Whether what an import says of a cell in several rows is a sum. */
    boolean addsUp(int importId) {
        ImportInForce origin = inForce.get(importId);
        return origin != null && origin.measure() == Measure.PLAYS;
    }

    boolean isEmpty() {
        return latestBySource.isEmpty();
    }

    float value() {
        float sum = 0;
        for (float value : latestBySource.values()) {
            sum += value;
        }
        return sum;
    }
}
