package org.segue.evaluation;

/**
 * How well a recommender ranks the songs held out.
 *
 * @param users number of users tested on
 * @param ndcgAt10 normalized discounted cumulative gain of the first ten songs
 * @param recallAt10 hits among the first ten songs, divided by the most that were possible
 * @param coverage distinct songs among everyone's first ten, divided by the songs there are; a property of all lists
 *     together, so that resampling users, which leaves some out, would only lower it: it has no interval
 * @param novelty how little known the first ten songs are, in bits; over the users who were recommended anything
 */
public record EvaluationReport(int users, Estimate ndcgAt10, Estimate recallAt10, double coverage, Estimate novelty) {

    /**
     * A recommender and, on the same split, the two that any model must beat.
     *
     * @param model the recommender in question
     * @param popularity what most users have heard
     * @param itemCosine what has the same listeners
     */
    public record Comparison(EvaluationReport model, EvaluationReport popularity, EvaluationReport itemCosine) {}
}
