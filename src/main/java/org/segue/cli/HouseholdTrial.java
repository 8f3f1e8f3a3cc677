package org.segue.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.SplitScores;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.training.TrainingFailedException;
import org.segue.training.TrainingSpec;

/**
 * What strangers' listening is worth to a household: households are drawn from the test users of a split, and songs held out
 * are looked for by a model of the household's own listening alone, by one of everybody's, and by popularity in either.
 *
 * <p>Held-out songs that the household alone has never met count against it: without a background there is nothing to find
 * them by. Of the one model of everybody all other users are a household's background; nobody's held-out songs are in it.
 */
final class HouseholdTrial {

    private final HoldOut split;
    private final FactorModel ofEverybody;
    private final TrainingSpec spec;
    private final long seed;
    private final FileTraining training;

    /**
     * Trials on one split.
     *
     * @param split whose test users the households are drawn from
     * @param ofEverybody trained on the split's training part
     * @param spec what a household's own model is trained with; its seed draws the households
     * @param training trains it
     */
    HouseholdTrial(HoldOut split, FactorModel ofEverybody, TrainingSpec spec, FileTraining training) {
        this.split = split;
        this.ofEverybody = ofEverybody;
        this.spec = spec;
        this.seed = spec.hyperparameters().seed();
        this.training = training;
    }

    /** The most users that a household can have. */
    int largest() {
        return split.tests().size();
    }

    /**
     * What was reached by each way, over all households.
     *
     * @param alone a model of the household's own listening
     * @param withBackground a model of everybody's
     * @param popularAtHome what most in the household play
     * @param popular what most of all play
     */
    record Reached(SplitScores alone, SplitScores withBackground, SplitScores popularAtHome, SplitScores popular) {}

    /**
     * Draws households and measures them.
     *
     * @param size users a household, at most {@link #largest}
     * @param households how many
     */
    Reached run(int size, int households) throws IOException, InterruptedException, TrainingFailedException {
        Reached reached = new Reached(new SplitScores(), new SplitScores(), new SplitScores(), new SplitScores());
        SplittableRandom random = new SplittableRandom(seed * 31 + size);
        for (int h = 0; h < households; h++) {
            measure(draw(size, random), reached);
        }
        return reached;
    }

    private List<UserHistory> draw(int size, SplittableRandom random) {
        List<UserHistory> rest = new ArrayList<>(split.tests());
        List<UserHistory> household = new ArrayList<>();
        while (household.size() < size) {
            household.add(rest.remove(random.nextInt(rest.size())));
        }
        household.sort((one, other) -> Integer.compare(one.userId(), other.userId()));
        return household;
    }

    private void measure(List<UserHistory> household, Reached reached)
            throws IOException, InterruptedException, TrainingFailedException {
        InteractionMatrix everybody = split.training();
        InteractionMatrix own = everybody.ofUsers(household.stream()
                .mapToInt(user -> everybody.userIndexOf(user.userId()))
                .toArray());
        FactorModel ofHousehold = training.train(own, spec).model();
        Evaluator alone = new Evaluator(new HoldOut(own, household, 0, split.order()), seed);
        Evaluator among = new Evaluator(new HoldOut(everybody, household, 0, split.order()), seed);
        reached.alone().add(alone.userIds(), alone.score(new FactorRecommender(ofHousehold)));
        reached.popularAtHome().add(alone.userIds(), alone.score(PopularityRecommender.of(own)));
        reached.withBackground().add(among.userIds(), among.score(new FactorRecommender(ofEverybody)));
        reached.popular().add(among.userIds(), among.score(PopularityRecommender.of(everybody)));
    }
}
