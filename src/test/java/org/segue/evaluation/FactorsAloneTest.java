package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.Hyperparameters;
import org.segue.ranking.FactorRecommender;
import org.segue.training.djl.DjlFactorTraining;

/**
 * What embeddings alone reach on public data, with a fixed α0, without recency, sessions and neighbors: the list that the training on Spark is compared with too. The data's licences
 * forbid to ship them.
 */
class FactorsAloneTest {

    private static final Path DATA = Path.of("../shared/data");

    @ParameterizedTest
    @CsvFileSource(resources = "/factors-alone.csv", numLinesToSkip = 1)
    void ndcg_isAsListed(String file, long seed, double unobservedWeight, int users, double ndcg) throws IOException {
        Path data = DATA.resolve(file);
        assumeThat(data).as("skipped: %s is not there", data).isRegularFile();
        HoldOut holdOut = HoldOut.random(read(data), seed);
        Hyperparameters hyperparameters = Hyperparameters.implicitDefaults().withUnobservedWeight(unobservedWeight);
        double[] scores = new Evaluator(holdOut, seed)
                .score(new FactorRecommender(new DjlFactorTraining()
                        .train(holdOut.training(), hyperparameters, 2, progress -> {})
                        .model()))
                .ndcgAt10();

        assertThat(scores).hasSize(users);
        assertThat(mean(scores)).isCloseTo(ndcg, within(0.002));
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElseThrow();
    }

    private static InteractionMatrix read(Path file) throws IOException {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> builder.add(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), 1));
        }
        return builder.build();
    }
}
