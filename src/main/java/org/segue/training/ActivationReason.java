package org.segue.training;

import org.jspecify.annotations.Nullable;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.text.Sentence;

/** What an evaluation said, as parts of the sentence that says why a model became active or did not. */
final class ActivationReason {

    private ActivationReason() {}

    /** Why an evaluation does not tell enough. */
    static Sentence tooLittle(EvaluationSummary evaluation) {
        if (evaluation.testUsers() == 0) {
            return TrainingPhrase.NOTHING_TO_TEST_ON.with();
        }
        int enough =
                bySessions(evaluation) ? ActivationPolicy.ENOUGH_TEST_SESSIONS : ActivationPolicy.ENOUGH_TEST_USERS;
        return TrainingPhrase.TOO_FEW.with(tested(evaluation), enough);
    }

    /** What was tested on. */
    static Sentence tested(EvaluationSummary evaluation) {
        TrainingPhrase tested = bySessions(evaluation) ? TrainingPhrase.SESSIONS : TrainingPhrase.USERS;
        return tested.with(evaluation.testUsers());
    }

    /** What the model reached, and what others did. */
    static Sentence scores(EvaluationSummary evaluation) {
        EvaluationSummary.Errors errors = evaluation.errors();
        if (errors.rmse() != null && errors.meanRmse() != null) {
            return TrainingPhrase.RMSE.with(errors.rmse(), errors.meanRmse());
        }
        Interval ndcg = evaluation.ranking().ndcgAt10();
        Scores popularity = evaluation.baselines().popularity();
        if (ndcg == null || popularity == null) {
            throw new IllegalArgumentException("illegal evaluation: a decision without scores");
        }
        return TrainingPhrase.NDCG.with(
                ndcg.mean(),
                tested(evaluation),
                popularity.ndcgAt10().mean(),
                cosine(TrainingPhrase.ITEM_COSINE, evaluation.baselines().itemCosine()),
                cosine(TrainingPhrase.SESSION_COSINE, evaluation.baselines().sessionCosine()),
                compared(evaluation.incumbent()));
    }

    private static boolean bySessions(EvaluationSummary evaluation) {
        return evaluation.ranking().heldOut() == HeldOut.SESSIONS;
    }

    private static Object cosine(TrainingPhrase phrase, @Nullable Scores scores) {
        return scores == null ? "" : phrase.with(scores.ndcgAt10().mean());
    }

    private static Object compared(@Nullable Incumbent incumbent) {
        if (incumbent == null) {
            return "";
        }
        Scores scores = incumbent.scores();
        Interval gain = incumbent.ndcgGain();
        return scores == null || gain == null
                ? TrainingPhrase.ACTIVE_NOT_FITTED.with()
                : TrainingPhrase.ACTIVE_HYPERPARAMETERS.with(
                        scores.ndcgAt10().mean(), gain.mean(), gain.low(), gain.high());
    }
}
