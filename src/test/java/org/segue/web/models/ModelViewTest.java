package org.segue.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

        assertThat(behind.test().contest())
                .extracting(TestView.Rank::recommender)
                .containsExactly("model", "sessionCosine", "itemCosine", "popularity");
        assertThat(best(behind)).containsExactly("sessionCosine");
        assertThat(best(ahead)).containsExactly("model");
        assertThat(best(undated)).containsExactly("model");
        assertThat(undated.test().contest()).hasSize(3);
    }

    @Test
    void of_tested_fitsTheChart() {
        assertThat(view(0.3, scores(0.25)).test().contest()).allSatisfy(rank -> {
            assertThat(rank.from()).isLessThan(rank.at());
            assertThat(rank.at()).isLessThan(rank.to());
            assertThat(rank.to()).isLessThanOrEqualTo(100);
        });
    }

    @Test
    void of_modelBehindAnother_namesBothScores() {
        TestView.Rival rival =
                Objects.requireNonNull(view(0.2, scores(0.25)).test().rival());

        assertThat(rival.name()).isEqualTo("sessionCosine");
        assertThat(rival.own()).isEqualTo(0.2);
        assertThat(rival.score()).isEqualTo(0.25);
        assertThat(view(0.3, scores(0.25)).test().rival()).isNull();
    }

    @Test
    void of_modelOfRatings_isComparedWithTheAverage() {
        TestView.Rival rival = Objects.requireNonNull(rated(1.21, 1.0).rival());

        assertThat(rival.isError()).isTrue();
        assertThat(rival.own()).isEqualTo(1.1);
        assertThat(rival.score()).isEqualTo(1.0);
        assertThat(rated(0.81, 1.0).rival()).isNull();
    }

    private static TestView rated(double testMse, double meanMse) {
        return ModelView.of(
                        new ModelVersion("one", false, null, manifest(EvaluationSummary.ofErrors(testMse, meanMse))))
                .test();
    }

    @Test
    void of_modelTestedOnAFew_hasNoFigures() {
        TestView test = ModelView.of(new ModelVersion("one", false, null, manifest(evaluation(9, 0.2, null))))
                .test();

        assertThat(test.contest()).isEmpty();
        assertThat(test.rival()).isNull();
        assertThat(view(0.2, null).test().contest()).isNotEmpty();
    }

    private static List<String> best(ModelView view) {
        return view.test().contest().stream()
                .filter(TestView.Rank::best)
                .map(TestView.Rank::recommender)
                .toList();
    }

    private static ModelView view(double ndcg, @Nullable Scores sessionCosine) {
        return ModelView.of(new ModelVersion("one", true, null, manifest(evaluation(200, ndcg, sessionCosine))));
    }

    private static EvaluationSummary evaluation(int tested, double ndcg, @Nullable Scores sessionCosine) {
        return new EvaluationSummary(
                Verdict.PASSED,
                tested,
                Ranking.of(HeldOut.LATEST, scores(ndcg)),
                new Baselines(scores(0.1), scores(0.15), sessionCosine, null),
                null,
                Errors.NONE);
    }

    private static ModelManifest manifest(EvaluationSummary evaluation) {
        return new ModelManifest(
                new Provenance(Instant.EPOCH, "Segue development", Hyperparameters.implicitDefaults(), Measure.PLAYS),
                new Size(200, 100, 1000),
                new Fit(List.of(0.5), 1),
                evaluation);
    }

    private static Scores scores(double ndcg) {
        Interval interval = new Interval(ndcg, ndcg - 0.01, ndcg + 0.01);
        return new Scores(interval, interval, 0.5, interval);
    }
}
