package org.segue.ranking;

import io.smallrye.mutiny.Uni;

/** Answers questions for songs. */
public interface RecommendationService {

    /**
     * The answer to a question. An unknown user is no error: the answer is then what most people play, and says so. Never
     * blocks; an answer is made of one model and one history, whatever changes meanwhile.
     */
    Uni<Recommendation> recommend(RecommendationQuery query);
}
