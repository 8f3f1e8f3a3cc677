package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;

/**
 * The baselines on HetRec 2011 Last.fm 2K, whose licence forbids to ship it: put {@code user_artists.dat} where
 * {@link #FILE} says, or this is skipped.
 */
class HetRecEvaluationTest {

    private static final Path FILE = Path.of("../shared/data/hetrec2011-lastfm-2k/user_artists.dat");

    // Over three seeds: popularity .080 to .086, item-cosine .231 to .235.
    @Test
    void baselines_randomHoldOut_areAsGoodAsKnown() {
        assumeThat(FILE).as("skipped: HetRec Last.fm 2K is not there").isRegularFile();
        HoldOut holdOut = HoldOut.random(read(), 42);
        Evaluator evaluator = new Evaluator(holdOut, 42);
        EvaluationReport popularity = evaluator.evaluate(PopularityRecommender.of(holdOut.training()));
        EvaluationReport itemCosine = evaluator.evaluate(new ItemCosineRecommender(holdOut.training()));

        assertThat(popularity.users()).isBetween(1850, 1892);
        assertThat(popularity.ndcgAt10().mean()).isBetween(0.075, 0.090);
        assertThat(itemCosine.ndcgAt10().mean()).isBetween(0.222, 0.242);
    }

    private static InteractionMatrix read() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> builder.add(
                            Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Float.parseFloat(cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build();
    }
}
