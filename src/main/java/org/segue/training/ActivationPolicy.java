package org.segue.training;

import org.jspecify.annotations.Nullable;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Ahead;
import org.segue.model.EvaluationSummary.HeldOut;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.text.Sentence;

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
                && ahead.winner() == null
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
            return new Activation(true, TrainingPhrase.UNTESTED.with());
        }
        return switch (evaluation.verdict()) {
            case PASSED -> new Activation(true, TrainingPhrase.ACTIVATED.with(ActivationReason.scores(evaluation)));
            case FAILED -> failed(evaluation, first);
            case INSUFFICIENT -> insufficient(evaluation, first);
        };
    }

    /** Decides on a model that was trained here while a song model answers: whoever activated that one decides again. */
    static Activation besideSongModel(@Nullable EvaluationSummary evaluation) {
        Sentence reached = evaluation == null || evaluation.verdict() == Verdict.INSUFFICIENT
                ? TrainingPhrase.TOO_LITTLE.with()
                : ActivationReason.scores(evaluation);
        return new Activation(false, TrainingPhrase.SONG_MODEL_STAYS.with(reached));
    }

    /**
     * Decides on a song model that was imported.
     *
     * @param evaluation how it ranks what the household's listeners came to last
     * @param first whether no model answers so far
     */
    static Activation ofSongModel(EvaluationSummary evaluation, boolean first) {
        Sentence reached = evaluation.verdict() == Verdict.INSUFFICIENT && evaluation.testUsers() == 0
                ? TrainingPhrase.NOTHING_TO_TEST_ON.with()
                : ActivationReason.scores(evaluation);
        return first
                ? new Activation(true, TrainingPhrase.SONG_MODEL_FIRST.with(reached))
                : new Activation(false, TrainingPhrase.SONG_MODEL_BESIDE.with(reached));
    }

    // Somebody who has no model yet has nothing better; whoever reads the answers is told.
    private static Activation failed(EvaluationSummary evaluation, boolean first) {
        Sentence winner = evaluation.winner();
        Sentence scores = ActivationReason.scores(evaluation);
        return first && winner != null
                ? new Activation(true, TrainingPhrase.FIRST_THOUGH_OUTRANKED.with(winner, scores))
                : new Activation(false, TrainingPhrase.NOT_ACTIVATED.with(scores));
    }

    // Small households never have enough to test on: what they train every night must not be in vain.
    private static Activation insufficient(EvaluationSummary evaluation, boolean first) {
        Sentence tooLittle = ActivationReason.tooLittle(evaluation);
        if (first) {
            return new Activation(true, TrainingPhrase.FIRST_ALTHOUGH.with(tooLittle));
        }
        Incumbent incumbent = evaluation.incumbent();
        return incumbent != null && isBehind(incumbent.ndcgGain())
                ? new Activation(false, TrainingPhrase.BEHIND.with(ActivationReason.tested(evaluation)))
                : new Activation(true, TrainingPhrase.NOT_BEHIND.with(tooLittle));
    }

    private static boolean isBehind(@Nullable Interval gain) {
        return gain != null && gain.liesBelowZero();
    }
}
