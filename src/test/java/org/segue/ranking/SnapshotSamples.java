package org.segue.ranking;

import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;

/** Snapshots for tests of other packages. */
public final class SnapshotSamples {

    private SnapshotSamples() {}

    /** A snapshot of a model and what is known of the songs. */
    public static RankingSnapshot of(FactorModel model, SongStats songs) {
        return RankingSnapshot.of(null, new FactorRecommender(model), songs);
    }
}
