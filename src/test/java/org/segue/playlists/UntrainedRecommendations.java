package org.segue.playlists;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import org.segue.catalog.Catalog;
import org.segue.interactions.Histories;
import org.segue.listens.PlayingNow;
import org.segue.ranking.HeavyWork;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.Snapshots;
import org.segue.ranking.Strategy;

/** Answers as if there were no model yet. */
@Singleton
@Typed(UntrainedRecommendations.class)
class UntrainedRecommendations extends Recommendations {

    UntrainedRecommendations(
            Snapshots snapshots,
            Histories histories,
            Catalog catalog,
            PlayingNow playing,
            HeavyWork heavyWork,
            MeterRegistry metrics) {
        super(snapshots, histories, catalog, playing, heavyWork, metrics);
    }

    @Override
    public Uni<Recommendation> recommend(RecommendationQuery query) {
        return super.recommend(query)
                .map(answer -> new Recommendation(
                        answer.user(), List.of(), Strategy.POPULAR, null, answer.items(), List.of()));
    }
}
