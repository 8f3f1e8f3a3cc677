package org.segue.training;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Ahead;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;

/**
 * Decides whether a new model answers in place of what answers now. Hyperparameters are judged, fitted to the training part of a
 * hold-out; the model fitted to all data is not tested again.
 */
final class ActivationPolicy {

    /** Fewer test users leave the mean NDCG@10 uncertain by about ± .04: as much as hyperparameters differ. */
    static final int ENOUGH_TEST_USERS = 100;

    /** Sessions of a few users differ less than users do. */
    static final int ENOUGH_TEST_SESSIONS = 30;

    private ActivationPolicy() {}

    /**
     * Judges hyperparameters of the implicit objective: they pass unless they are behind popularity, item-cosine or the incumbent ones by
     * more than chance explains, which is when the whole 95 % interval of the paired difference is below 0.
     *
     * @param heldOut what was tested on
     * @param tested number of users tested on, or of sessions
     * @param ahead paired differences to the baselines
     * @param gainOverIncumbent paired difference to the incumbent ones, null if there is none to compare with
     */
    static Verdict verdict(HeldOut heldOut, int tested, @Nullable Ahead ahead, @Nullable Interval gainOverIncumbent) {
        if (!areEnough(heldOut, tested)) {
            return Verdict.INSUFFICIENT;
        }
        boolean passed = ahead != null
                && !Double.isNaN(ahead.popularity().mean())
                && ahead.winner().isEmpty()
                && !isBehind(gainOverIncumbent);
        return passed ? Verdict.PASSED : Verdict.FAILED;
    }

    /** Whether so many users, or sessions, tell hyperparameters apart. */
    static boolean areEnough(HeldOut heldOut, int tested) {
        return tested >= (heldOut == HeldOut.SESSIONS ? ENOUGH_TEST_SESSIONS : ENOUGH_TEST_USERS);
    }

    /**
     * Decides.
     *
     * @param evaluation what the hold-out said, null if no evaluation was asked for
     * @param first whether no model answers so far
     */
    static Activation decide(@Nullable EvaluationSummary evaluation, boolean first) {
        if (evaluation == null) {
            return new Activation(true, "Activated untested: no evaluation was asked for.");
        }
        return switch (evaluation.verdict()) {
            case PASSED -> new Activation(true, "Activated: " + comparison(evaluation));
            case FAILED -> failed(evaluation, first);
            case INSUFFICIENT -> insufficient(evaluation, first);
        };
    }

    /** Decides on a model that was trained here while a song model answers: whoever activated that one decides again. */
    static Activation besideSongModel(@Nullable EvaluationSummary evaluation) {
        String reached = evaluation == null || evaluation.verdict() == Verdict.INSUFFICIENT
                ? "there is too little to test on."
                : comparison(evaluation);
        return new Activation(
                false, "Not activated: a song model is active, and stays until you activate this one; " + reached);
    }

    /**
     * Decides on a song model that was imported.
     *
     * @param evaluation how it ranks what the household's listeners came to last
     * @param first whether no model answers so far
     */
    static Activation ofSongModel(EvaluationSummary evaluation, boolean first) {
        String reached = evaluation.verdict() == Verdict.INSUFFICIENT && evaluation.testUsers() == 0
                ? "your household has nothing to test it on."
                : "of your household, " + comparison(evaluation);
        return first
                ? new Activation(true, "Activated because it is the first model; " + reached)
                : new Activation(
                        false, "Imported beside the active model, which stays until you activate this one; " + reached);
    }

    // Somebody who has no model yet has nothing better; whoever reads the answers is told.
    private static Activation failed(EvaluationSummary evaluation, boolean first) {
        String winner = evaluation.winner();
        return first && !winner.isEmpty()
                ? new Activation(
                        true,
                        "Activated because it is the first model, although %s ranks better: %s"
                                .formatted(winner, comparison(evaluation)))
                : new Activation(false, "Not activated: " + comparison(evaluation));
    }

    // Small households never have enough to test on: what they train every night must not be in vain.
    private static Activation insufficient(EvaluationSummary evaluation, boolean first) {
        String tooLittle = evaluation.testUsers() == 0 ? "there is nothing to test on" : areFewer(evaluation);
        if (first) {
            return new Activation(true, "Activated because it is the first model, although %s.".formatted(tooLittle));
        }
        Incumbent incumbent = evaluation.incumbent();
        return incumbent != null && isBehind(incumbent.ndcgGain())
                ? new Activation(
                        false,
                        "Not activated: on the %s that there are to test on it is behind the active model's hyperparameters."
                                .formatted(tested(evaluation)))
                : new Activation(
                        true,
                        "Activated: it is not behind the active model's hyperparameters on what there is, although %s."
                                .formatted(tooLittle));
    }

    private static String areFewer(EvaluationSummary evaluation) {
        int enough = bySessions(evaluation) ? ENOUGH_TEST_SESSIONS : ENOUGH_TEST_USERS;
        return "%s to test on are fewer than %d".formatted(tested(evaluation), enough);
    }

    private static boolean bySessions(EvaluationSummary evaluation) {
        return evaluation.ranking().heldOut() == HeldOut.SESSIONS;
    }

    private static String tested(EvaluationSummary evaluation) {
        return words("%,d %s", evaluation.testUsers(), bySessions(evaluation) ? "sessions" : "users");
    }

    private static String comparison(EvaluationSummary evaluation) {
        EvaluationSummary.Errors errors = evaluation.errors();
        if (errors.rmse() != null && errors.meanRmse() != null) {
            return words(
                    "its root mean squared error on the test part is %.4f, that of the mean %.4f.",
                    errors.rmse(), errors.meanRmse());
        }
        Interval ndcg = evaluation.ranking().ndcgAt10();
        Scores popularity = evaluation.baselines().popularity();
        if (ndcg == null || popularity == null) {
            throw new IllegalArgumentException("illegal evaluation: a verdict without scores");
        }
        return words(
                        "NDCG@10 on %,d test %s is %.4f, that of popularity %.4f",
                        evaluation.testUsers(),
                        bySessions(evaluation) ? "sessions" : "users",
                        ndcg.mean(),
                        popularity.ndcgAt10().mean())
                + cosine("item-cosine", evaluation.baselines().itemCosine())
                + cosine("item-cosine with sessions", evaluation.baselines().sessionCosine())
                + comparison(evaluation.incumbent());
    }

    private static String cosine(String name, @Nullable Scores scores) {
        return scores == null
                ? ""
                : words(", that of %s %.4f", name, scores.ndcgAt10().mean());
    }

    private static String comparison(@Nullable Incumbent incumbent) {
        if (incumbent == null) {
            return ".";
        }
        Scores scores = incumbent.scores();
        Interval gain = incumbent.ndcgGain();
        if (scores == null || gain == null) {
            return "; the active model's hyperparameters can no longer be fitted.";
        }
        return words(
                ", that of the active model's hyperparameters %.4f (paired difference %+.4f, from %+.4f to %+.4f).",
                scores.ndcgAt10().mean(), gain.mean(), gain.low(), gain.high());
    }

    private static boolean isBehind(@Nullable Interval gain) {
        return gain != null && gain.liesBelowZero();
    }

    @FormatMethod
    private static String words(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
