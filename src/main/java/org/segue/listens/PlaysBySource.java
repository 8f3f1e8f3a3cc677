package org.segue.listens;

import java.util.LinkedHashMap;
import java.util.Map;
import org.segue.catalog.SourceRepository;

/**
 * Counted plays of one song by one user: those of several sources add up. An export of this house tells what all of them came
 * to when it was made, so that the larger counts: imported where they still are, it adds nothing. For one thread.
 */
public final class PlaysBySource {

    /** In place of the key of a source: exports of this house. */
    static final int OF_HOUSE = -1;

    /** Key of an import's source, or {@link #OF_HOUSE}, as an expression over {@code import i}. */
    public static final String KEY = "CASE WHEN i.source_id = (SELECT id FROM source WHERE name = '"
            + SourceRepository.HOUSE + "') THEN " + OF_HOUSE + " ELSE i.source_id END";

    private final Map<Integer, Double> bySource = new LinkedHashMap<>();

    /** Takes what a source says now, instead of what it said before. */
    public void put(int source, double plays) {
        bySource.put(source, plays);
    }

    /** Takes further plays of a source. */
    public void add(int source, double plays) {
        bySource.merge(source, plays, Double::sum);
    }

    /** Whether no source has said anything. */
    public boolean isEmpty() {
        return bySource.isEmpty();
    }

    /** Forgets all of it. */
    public void clear() {
        bySource.clear();
    }

    /** What they come to. */
    public double total() {
        double ofSources = 0;
        double ofHouse = 0;
        for (Map.Entry<Integer, Double> source : bySource.entrySet()) {
            if (source.getKey() == OF_HOUSE) {
                ofHouse = source.getValue();
            } else {
                ofSources += source.getValue();
            }
        }
        return Math.max(ofSources, ofHouse);
    }
}
