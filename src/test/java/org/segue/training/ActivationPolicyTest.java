package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
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

    @Test
    void verdict_aheadOfPopularityAndOfNobodyElse_passes() {
        assertThat(ActivationPolicy.verdict(100, 0.2, 0.1, null)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void verdict_notAheadOfPopularity_fails() {
        assertThat(ActivationPolicy.verdict(5000, 0.1, 0.1, null)).isEqualTo(Verdict.FAILED);
        assertThat(ActivationPolicy.verdict(5000, Double.NaN, 0.1, null)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void verdict_behindTheIncumbentByMoreThanChance_fails() {
        assertThat(ActivationPolicy.verdict(5000, 0.2, 0.1, new Interval(-0.02, -0.03, -0.01)))
                .isEqualTo(Verdict.FAILED);
        assertThat(ActivationPolicy.verdict(5000, 0.2, 0.1, new Interval(-0.02, -0.05, 0.01)))
                .isEqualTo(Verdict.PASSED);
        assertThat(ActivationPolicy.verdict(5000, 0.2, 0.1, new Interval(0.02, 0.01, 0.03)))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void verdict_ninetyNineUsers_isInsufficientWhateverTheScores() {
        assertThat(ActivationPolicy.verdict(99, 0.9, 0.1, null)).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(ActivationPolicy.verdict(99, 0.0, 0.1, null)).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void decide_passed_activatesAndSaysTheScores() {
        Activation activation = ActivationPolicy.decide(ranked(Verdict.PASSED, null), false);

        assertThat(activation.activated()).isTrue();
        assertThat(activation.reason())
                .isEqualTo("Activated: NDCG@10 on 1,500 test users is 0.2500, that of popularity 0.1000.");
    }

    @Test
    void decide_failed_doesNotActivateNotEvenTheFirst() {
        Incumbent incumbent =
                new Incumbent(Hyperparameters.implicitDefaults(), scores(0.3), new Interval(-0.05, -0.0625, -0.0375));

        Activation activation = ActivationPolicy.decide(ranked(Verdict.FAILED, incumbent), true);

        assertThat(activation.activated()).isFalse();
        assertThat(activation.reason())
                .isEqualTo(
                        "Not activated: NDCG@10 on 1,500 test users is 0.2500, that of popularity 0.1000, that of the"
                                + " active model's hyperparameters 0.3000 (paired difference -0.0500, from -0.0625 to -0.0375).");
    }

    @Test
    void decide_incumbentThatCannotBeFitted_isNoReasonAgainst() {
        Incumbent incumbent = new Incumbent(Hyperparameters.implicitDefaults(), null, null);

        Activation activation = ActivationPolicy.decide(ranked(Verdict.PASSED, incumbent), false);

        assertThat(activation.activated()).isTrue();
        assertThat(activation.reason()).endsWith("the active model's hyperparameters can no longer be fitted.");
    }

    @Test
    void decide_insufficient_activatesOnlyTheFirst() {
        Activation first = ActivationPolicy.decide(EvaluationSummary.untested(), true);
        Activation later = ActivationPolicy.decide(EvaluationSummary.untested(), false);

        assertThat(first)
                .isEqualTo(new Activation(
                        true, "Activated because it is the first model, although there is nothing to test on."));
        assertThat(later)
                .isEqualTo(new Activation(
                        false, "Not activated: there is nothing to test on. Activate it if you want it."));
    }

    @Test
    void decide_explicit_goesByTheErrorOfTheMean() {
        Activation better = ActivationPolicy.decide(EvaluationSummary.ofErrors(1, 4), false);
        Activation worse = ActivationPolicy.decide(EvaluationSummary.ofErrors(4, 4), true);

        assertThat(better)
                .isEqualTo(new Activation(
                        true,
                        "Activated: its root mean squared error on the test part is 1.0000, that of the mean 2.0000."));
        assertThat(worse.activated()).isFalse();
    }

    @Test
    void decide_noEvaluationAskedFor_activatesAndSaysSo() {
        assertThat(ActivationPolicy.decide(null, false))
                .isEqualTo(new Activation(true, "Activated untested: no evaluation was asked for."));
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
