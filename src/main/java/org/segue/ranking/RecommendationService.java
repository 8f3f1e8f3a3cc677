package org.segue.ranking;

import io.smallrye.mutiny.Uni;

/** Answers a question for songs; never blocks the caller. */
public interface RecommendationService {

    /**
     * The best songs for a user.
     *
     * @param query whom for, how many, of which songs
     * @return the answer; an unknown user is no error
     */
    Uni<Recommendation> recommend(RecommendationQuery query);
}
