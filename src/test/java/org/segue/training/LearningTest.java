package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.evaluation.EvaluationReport.Comparison;
import org.segue.evaluation.Evaluator;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.ModelManifest.Fit;
import org.segue.ranking.FactorRecommender;
import org.segue.testsupport.ServiceTables;
import org.segue.training.djl.DjlFactorTraining;

/** Whether training with the default hyperparameters learns what people like: on songs that were held out of it. */
class LearningTest {

    private static final ProgressListener NOBODY = progress -> {};
    private static final int THREADS = 2;

    private static final Path HETREC = Path.of(
                    Stream.of(System.getProperty("SEGUE_EVALUATION_DATA"), System.getenv("SEGUE_EVALUATION_DATA"))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse("../shared/data"))
            .resolve("hetrec2011-lastfm-2k/user_artists.dat");

    // Measured: popularity .063, item-cosine .324, the model .335.
    @Test
    void implicitDefaults_onTheDemo_areFarAheadOfPopularity_andNotBehindItemCosine() throws IOException {
        Comparison measured = compare(matrix(ServiceTables.csv(ServiceTables.DEMO), false));

        double model = measured.model().ndcgAt10().mean();
        double popularity = measured.popularity().ndcgAt10().mean();
        assertThat(popularity).isBetween(0.03, 0.09);
        assertThat(model).isGreaterThan(popularity + 0.20);
        assertThat(model).isGreaterThan(measured.itemCosine().ndcgAt10().mean());
    }

    @Test
    void implicitDefaults_onHetRec_areAheadOfItemCosine() throws IOException {
        if (!Files.isReadable(HETREC)) {
            System.out.println("SKIPPED LearningTest on HetRec: no " + HETREC + " (set SEGUE_EVALUATION_DATA)");
        }
        assumeTrue(Files.isReadable(HETREC), "HetRec Last.fm 2K is not there");
        Comparison measured = compare(matrix(ServiceTables.tsv(HETREC), true));

        double model = measured.model().ndcgAt10().mean();
        assertThat(model).isGreaterThan(0.24);
        assertThat(model).isGreaterThan(measured.itemCosine().ndcgAt10().mean() + 0.015);
    }

    @Test
    void explicit_onRatings_errsLessThanTheMean() {
        Hyperparameters settings = Hyperparameters.explicitDefaults()
                .withDimension(8)
                .withEpochs(15)
                .withOptimizer(new Optimizer(0.01, 256));

        Fit fit = new DjlFactorTraining()
                .train(ratings(), settings, THREADS, NOBODY)
                .fit();

        assertThat(fit.meanMse()).isGreaterThan(0.5);
        assertThat(fit.testMse()).isLessThan(0.7 * Objects.requireNonNull(fit.meanMse()));
    }

    private static Comparison compare(InteractionMatrix all) {
        HoldOut holdOut = HoldOut.random(all, 42);
        Hyperparameters hyperparameters =
                Hyperparameters.implicitDefaults().withUsualUnobservedWeight(holdOut.training());
        FactorModel model = new DjlFactorTraining()
                .train(holdOut.training(), hyperparameters, THREADS, NOBODY)
                .model();
        Comparison measured = new Evaluator(holdOut, 42).compare(new FactorRecommender(model));
        System.out.printf(
                "NDCG@10: model %.3f, popularity %.3f, item-cosine %.3f%n",
                measured.model().ndcgAt10().mean(),
                measured.popularity().ndcgAt10().mean(),
                measured.itemCosine().ndcgAt10().mean());
        return measured;
    }

    // User and song are the first two columns. A row is one play, unless the third has play counts.
    private static InteractionMatrix matrix(List<List<String>> rows, boolean isCounted) {
        Map<String, Integer> users = new HashMap<>();
        Map<String, Integer> songs = new HashMap<>();
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (List<String> row : rows) {
            int user = users.computeIfAbsent(row.get(0), id -> users.size() + 1);
            int song = songs.computeIfAbsent(row.get(1), id -> songs.size() + 1);
            cells.add(user, song, isCounted ? Float.parseFloat(row.get(2)) : 1);
        }
        return cells.build();
    }

    /** Ratings from 1 to 5: two tastes that people have for or against, two qualities that songs have, and chance. */
    private static InteractionMatrix ratings() {
        SplittableRandom random = new SplittableRandom(3);
        double[] tastes = random.doubles(2 * 400, -1, 1).toArray();
        double[] qualities = random.doubles(2 * 300, -1, 1).toArray();
        InteractionMatrixBuilder cells = new InteractionMatrixBuilder();
        for (int user = 0; user < 400; user++) {
            for (int song = random.nextInt(5); song < 300; song += 1 + random.nextInt(9)) {
                double liking = tastes[2 * user] * qualities[2 * song] + tastes[2 * user + 1] * qualities[2 * song + 1];
                double rating = 3 + 2.5 * liking + 0.3 * random.nextDouble();
                cells.add(user + 1, song + 1, (float) Math.max(1, Math.min(5, rating)));
            }
        }
        return cells.build();
    }
}
