package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Ahead;
import org.segue.model.EvaluationSummary.Baselines;
import org.segue.model.EvaluationSummary.Errors;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Ranking;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.Hyperparameters;

class ActivationPolicyTest {

    private static final Interval AHEAD = new Interval(0.02, 0.01, 0.03);
    private static final Interval EVEN = new Interval(-0.02, -0.05, 0.01);
    private static final Interval BEHIND = new Interval(-0.02, -0.03, -0.01);

    @Test
    void verdict_behindNothing_passes() {
        assertThat(verdict(AHEAD, AHEAD, null, null)).isEqualTo(Verdict.PASSED);
        assertThat(verdict(EVEN, EVEN, EVEN, EVEN)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void verdict_behindAnythingByMoreThanChance_fails() {
        assertThat(verdict(BEHIND, AHEAD, null, null)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(AHEAD, BEHIND, null, null)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(AHEAD, AHEAD, BEHIND, null)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(AHEAD, AHEAD, AHEAD, BEHIND)).isEqualTo(Verdict.FAILED);
        Interval none = new Interval(Double.NaN, Double.NaN, Double.NaN);
        assertThat(verdict(none, none, null, null)).isEqualTo(Verdict.FAILED);
    }

    private static Verdict verdict(
            Interval popularity, Interval itemCosine, @Nullable Interval sessions, @Nullable Interval incumbent) {
        return ActivationPolicy.verdict(HeldOut.RANDOM, 5000, new Ahead(popularity, itemCosine, sessions), incumbent);
    }

    @Test
    void verdict_ninetyNineUsers_isInsufficientWhateverTheScores() {
        Ahead ahead = new Ahead(AHEAD, AHEAD, null);
        assertThat(ActivationPolicy.verdict(HeldOut.RANDOM, 100, ahead, null)).isEqualTo(Verdict.PASSED);
        assertThat(ActivationPolicy.verdict(HeldOut.SESSIONS, 30, ahead, null)).isEqualTo(Verdict.PASSED);
        assertThat(ActivationPolicy.verdict(HeldOut.SESSIONS, 29, ahead, null)).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ActivationPolicy.verdict(HeldOut.RANDOM, 99, ahead, null)).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ActivationPolicy.verdict(HeldOut.RANDOM, 99, new Ahead(BEHIND, BEHIND, null), null))
                .isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void decide_passed_activatesAndSaysTheScores() {
        Activation activation = ActivationPolicy.decide(ranked(Verdict.PASSED, null), false);

        assertThat(activation.activated()).isTrue();
        assertThat(activation.reason())
                .hasToString(
                        "Activated: NDCG@10 is 0.250 on 1,500 test users (popularity: 0.100, item cosine: 0.200).");
    }

    @Test
    void decide_failedAgainstTheIncumbent_doesNotActivate() {
        Incumbent incumbent =
                new Incumbent(Hyperparameters.implicitDefaults(), scores(0.3), new Interval(-0.05, -0.0625, -0.0375));

        Activation activation = ActivationPolicy.decide(ranked(Verdict.FAILED, incumbent), false);

        assertThat(activation.activated()).isFalse();
        assertThat(activation.reason())
                .hasToString(
                        "Not activated: NDCG@10 is 0.250 on 1,500 test users (popularity: 0.100, item cosine: 0.200);"
                                + " active model’s hyperparameters: 0.300, paired difference -0.050 (95% interval -0.063 to -0.038).");
    }

    @Test
    void decide_incumbentThatCannotBeFitted_isNoReasonAgainst() {
        Incumbent incumbent = new Incumbent(Hyperparameters.implicitDefaults(), null, null);

        Activation activation = ActivationPolicy.decide(ranked(Verdict.PASSED, incumbent), false);

        assertThat(activation.activated()).isTrue();
        assertThat(activation.reason())
                .asString()
                .endsWith("the active model’s hyperparameters could not be trained again for comparison.");
    }

    @Test
    void decide_behindItemCosine_activatesOnlyTheFirstAndWarns() {
        EvaluationSummary behind = new EvaluationSummary(
                Verdict.FAILED,
                1500,
                Ranking.of(HeldOut.RANDOM, scores(0.15)),
                new Baselines(scores(0.1), scores(0.2), null, new Ahead(AHEAD, BEHIND, null)),
                null,
                Errors.NONE);

        Activation first = ActivationPolicy.decide(behind, true);
        assertThat(first.activated()).isTrue();
        assertThat(first.reason())
                .hasToString(
                        "Activated as the first model, although item cosine ranks better: NDCG@10 is 0.150 on 1,500 test users"
                                + " (popularity: 0.100, item cosine: 0.200).");
        assertThat(ActivationPolicy.decide(behind, false).activated()).isFalse();
        assertThat(behind.winner()).hasToString("item cosine");
    }

    @Test
    void decide_smallHouseholds_takeWhatIsNotBehindTheFormer() {
        assertThat(ActivationPolicy.decide(small(null), false).reason())
                .hasToString(
                        "Activated: it ranks no worse than the active model’s hyperparameters, although there are only 12 test"
                                + " users to test on, fewer than 100.");
        assertThat(ActivationPolicy.decide(small(EVEN), false).activated()).isTrue();
        Activation behind = ActivationPolicy.decide(small(BEHIND), false);
        assertThat(behind.activated()).isFalse();
        assertThat(behind.reason())
                .hasToString("Not activated: on 12 test users it ranks worse than the active model’s hyperparameters.");
    }

    private static EvaluationSummary small(@Nullable Interval gain) {
        return new EvaluationSummary(
                Verdict.INSUFFICIENT,
                12,
                Ranking.of(HeldOut.RANDOM, scores(0.25)),
                new Baselines(scores(0.1), scores(0.2)),
                gain == null ? null : new Incumbent(Hyperparameters.implicitDefaults(), scores(0.2), gain),
                Errors.NONE);
    }

    @Test
    void decide_insufficient_activatesTheFirstAndWhatIsNotBehind() {
        Activation first = ActivationPolicy.decide(EvaluationSummary.untested(), true);
        Activation later = ActivationPolicy.decide(EvaluationSummary.untested(), false);

        assertThat(first.activated()).isTrue();
        assertThat(first.reason()).hasToString("Activated as the first model, although there is nothing to test on.");
        assertThat(later.activated()).isTrue();
        assertThat(later.reason())
                .hasToString(
                        "Activated: it ranks no worse than the active model’s hyperparameters, although there is nothing to"
                                + " test on.");
    }

    @Test
    void decide_explicit_goesByTheErrorOfTheMean() {
        Activation better = ActivationPolicy.decide(EvaluationSummary.ofErrors(1, 4), false);
        Activation worse = ActivationPolicy.decide(EvaluationSummary.ofErrors(4, 4), true);

        assertThat(better.activated()).isTrue();
        assertThat(better.reason())
                .hasToString("Activated: RMSE on the test set is 1.000 (predicting the mean: 2.000).");
        assertThat(worse.activated()).isFalse();
    }

    @Test
    void decide_noEvaluationAskedFor_activatesAndSaysSo() {
        assertThat(ActivationPolicy.decide(null, false))
                .isEqualTo(new Activation(true, TrainingPhrase.UNTESTED.with()));
    }

    private static EvaluationSummary ranked(Verdict verdict, @Nullable Incumbent incumbent) {
        return new EvaluationSummary(
                verdict,
                1500,
                Ranking.of(HeldOut.RANDOM, scores(0.25)),
                new Baselines(scores(0.1), scores(0.2)),
                incumbent,
                Errors.NONE);
    }

    private static Scores scores(double ndcg) {
        Interval interval = new Interval(ndcg, ndcg - 0.01, ndcg + 0.01);
        return new Scores(interval, interval, 0.5, new Interval(5, 4, 6));
    }
}
