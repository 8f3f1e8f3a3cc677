package org.segue.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.listens.Measure;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Baselines;
import org.segue.model.EvaluationSummary.Errors;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Ranking;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelManifest;
import org.segue.model.ModelManifest.Fit;
import org.segue.model.ModelManifest.Provenance;
import org.segue.model.ModelManifest.Size;
import org.segue.model.ModelVersion;

class ModelViewTest {

    @Test
    void of_testedModel_showsWhoRanksBest() {
        ModelView behind = view(0.2, scores(0.25));
        ModelView ahead = view(0.3, scores(0.25));
        ModelView undated = view(0.2, null);

        assertThat(behind.contest())
                .extracting(ModelView.Rank::recommender)
                .containsExactly("model", "sessionCosine", "itemCosine", "popularity");
        assertThat(best(behind)).containsExactly("sessionCosine");
        assertThat(best(ahead)).containsExactly("model");
        assertThat(best(undated)).containsExactly("model");
        assertThat(undated.contest()).hasSize(3);
    }

    @Test
    void of_tested_fitsTheChart() {
        assertThat(view(0.3, scores(0.25)).contest()).allSatisfy(rank -> {
            assertThat(rank.from()).isLessThan(rank.at());
            assertThat(rank.at()).isLessThan(rank.to());
            assertThat(rank.to()).isLessThanOrEqualTo(100);
        });
    }

    private static List<String> best(ModelView view) {
        return view.contest().stream()
                .filter(ModelView.Rank::best)
                .map(ModelView.Rank::recommender)
                .toList();
    }

    private static ModelView view(double ndcg, @Nullable Scores sessionCosine) {
        EvaluationSummary evaluation = new EvaluationSummary(
                Verdict.PASSED,
                200,
                Ranking.of(HeldOut.LATEST, scores(ndcg)),
                new Baselines(scores(0.1), scores(0.15), sessionCosine, null),
                null,
                Errors.NONE);
        ModelManifest manifest = new ModelManifest(
                new Provenance(Instant.EPOCH, "Segue development", Hyperparameters.implicitDefaults(), Measure.PLAYS),
                new Size(200, 100, 1000),
                new Fit(List.of(0.5), 1),
                evaluation);
        return ModelView.of(new ModelVersion("one", true, null, manifest));
    }

    private static Scores scores(double ndcg) {
        Interval interval = new Interval(ndcg, ndcg - 0.01, ndcg + 0.01);
        return new Scores(interval, interval, 0.5, interval);
    }
}
