package org.segue.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.UserScores;
import org.segue.imports.ImportException;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.ranking.Recommender;
import org.segue.text.Sentence;
import org.segue.training.TrainingFailedException;
import org.segue.training.TrainingSpec;

/**
 * What a model says to users whom it has not seen. Every second user is a background, trained on whole; of the others the songs
 * held out are looked for, by folding what is left of each into a model of the background alone, and by one model of everybody, which
 * has seen the same. Songs that the background does not know count as not found.
 */
final class BackgroundTrial {

    /** Songs that users came to after those that are known: enough for a rank, few enough to be close in time. */
    private static final int NEXT = 5;

    private final InteractionMatrix everybody;
    private final IntPredicate isBackground;
    private final HoldOut.Order order;
    private final TrainingSpec spec;
    private final long seed;
    private final FileTraining training;

    /**
     * Trials on the users of files.
     *
     * @param interactions the files
     * @param everybody what they hold
     * @param order which songs are held out
     * @param spec what is trained with; its seed starts random choices
     * @param training trains
     */
    BackgroundTrial(
            FileInteractions interactions,
            InteractionMatrix everybody,
            HoldOut.Order order,
            TrainingSpec spec,
            FileTraining training) {
        this.everybody = everybody;
        this.isBackground = userKey -> isEven(interactions.userId(userKey), userKey);
        this.order = order;
        this.spec = spec;
        this.seed = spec.hyperparameters().seed();
        this.training = training;
    }

    private static boolean isEven(String userId, int userKey) {
        try {
            return Long.parseLong(userId) / 2 % 2 == 0;
        } catch (NumberFormatException e) {
            return userKey % 2 == 0;
        }
    }

    /** What users were found by a model of some of the background. */
    record OfSize(int users, UserScores foldedIn) {}

    /**
     * What was found in all.
     *
     * @param together by one model of everybody
     * @param popular by what most of the whole background play
     * @param ofSizes by folding users in, for each size of the background
     */
    record Reached(UserScores together, UserScores popular, List<OfSize> ofSizes) {}

    /** What was found for users of whom so many songs are known. */
    record Known(int songs, UserScores foldedIn, UserScores popular, UserScores itemCosine) {}

    /** Trains on everybody, and on as many of the background as each size says. */
    Reached run(List<Integer> sizes) throws IOException, InterruptedException, TrainingFailedException {
        HoldOut split = HoldOut.of(everybody, order, seed, isBackground.negate());
        requireTests(split);
        Evaluator evaluator = new Evaluator(split, seed);
        FactorModel together = training.train(split.training(), spec).model();
        List<OfSize> ofSizes = new ArrayList<>();
        for (int size : sizes) {
            InteractionMatrix part = background(size);
            FactorModel ofPart = training.train(part, spec).model();
            ofSizes.add(new OfSize(part.users(), evaluator.score(asked(ofPart))));
        }
        return new Reached(
                evaluator.score(asked(together)),
                evaluator.score(PopularityRecommender.of(background(BackgroundOptions.ALL))),
                ofSizes);
    }

    private Recommender asked(FactorModel model) {
        FactorRecommender factors = new FactorRecommender(model);
        return order == HoldOut.Order.SESSION ? factors.fresh() : factors;
    }

    /**
     * What is found for users of whom little is known, by a model of the whole background. They are the same users for each number, those
     * with enough songs for the largest.
     *
     * @param numbers of songs known, ascending
     */
    List<Known> known(List<Integer> numbers) throws IOException, InterruptedException, TrainingFailedException {
        int least = numbers.get(numbers.size() - 1) + NEXT;
        InteractionMatrix background = background(BackgroundOptions.ALL);
        List<Recommender> recommenders = List.of(
                asked(training.train(background, spec).model()),
                PopularityRecommender.of(background),
                new ItemCosineRecommender(background));
        List<Known> reached = new ArrayList<>();
        for (int number : numbers) {
            HoldOut split =
                    HoldOut.afterFirst(everybody, order, seed, userKey -> isTested(userKey, least), number, NEXT);
            requireTests(split);
            Evaluator evaluator = new Evaluator(split, seed);
            List<UserScores> scores =
                    recommenders.stream().map(evaluator::score).toList();
            reached.add(new Known(number, scores.get(0), scores.get(1), scores.get(2)));
        }
        return reached;
    }

    private boolean isTested(int userKey, int least) {
        return !isBackground.test(userKey) && everybody.rowLength(everybody.userIndexOf(userKey)) >= least;
    }

    private static void requireTests(HoldOut split) {
        if (split.tests().isEmpty()) {
            throw new ImportException(Sentence.plain(
                    "Not enough data to test: too few users outside the background data have enough songs."));
        }
    }

    private InteractionMatrix background(int most) {
        int[] rows = IntStream.range(0, everybody.users())
                .filter(row -> isBackground.test(everybody.userIds()[row]))
                .toArray();
        return everybody.ofUsers(most >= rows.length ? rows : chosen(rows, most));
    }

    // Selection sampling keeps the order, as for the users of an Evaluator.
    private int[] chosen(int[] rows, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[most];
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            if (random.nextInt(rows.length - r) < most - count) {
                chosen[count++] = rows[r];
            }
        }
        return chosen;
    }
}
