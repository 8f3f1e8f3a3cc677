package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.model.Trial;
import org.segue.training.EpochLoss;
import org.segue.training.Stage;
import org.segue.training.Training;
import org.segue.web.Words;
import org.segue.web.models.LineChart.Point;

/**
 * A training under way as the page shows it.
 *
 * @param id its number
 * @param doing what it is at, in words
 * @param loss of the last epoch in words, null before the first
 * @param minutesLeft an estimate, rounded up; null when there is nothing to estimate
 * @param percent 0 to 100
 * @param trials what the search has tried, in order
 * @param losses of the fit that runs, null before its second epoch
 * @param reached by each trial in turn, null before the second that did not diverge
 */
@TemplateData
public record RunningTraining(
        int id,
        String doing,
        @Nullable String loss,
        @Nullable Long minutesLeft,
        int percent,
        List<TrialRow> trials,
        @Nullable LineChart losses,
        @Nullable LineChart reached) {

    private static final double SECONDS_PER_MINUTE = 60;

    /**
     * A recipe that was tried.
     *
     * @param number from 1
     * @param recipe in words
     * @param ndcg what it reached as written, null if it diverged
     * @param bar length of its bar in percent of the best
     * @param best whether none before reached as much
     */
    @TemplateData
    public record TrialRow(
            int number, String recipe, @Nullable String ndcg, int bar, boolean best) {}

    static RunningTraining of(Training training, List<EpochLoss> losses, Words words) {
        Double left = training.secondsLeft();
        Double loss = training.loss();
        return new RunningTraining(
                training.id(),
                doing(training, words),
                loss == null ? null : loss(training, loss, words),
                left == null || !Double.isFinite(left) ? null : (long) Math.ceil(left / SECONDS_PER_MINUTE),
                (int) Math.round(100 * Math.max(0, Math.min(1, training.progress()))),
                rows(training.trials(), words),
                chart(
                        losses.stream()
                                .map(done -> new Point(done.epoch(), done.loss()))
                                .toList(),
                        training.hyperparameters().epochs()),
                chart(reached(training.trials()), training.trials().size()));
    }

    /** What a training is at, in words. */
    public static String doing(Training training, Words words) {
        Stage stage = training.stage();
        if (stage == null) {
            return words.starting();
        }
        return switch (stage) {
            case SEARCHING -> words.searching(training.trials().size());
            case EVALUATING -> words.evaluating();
            case FITTING -> words.fitting();
        };
    }

    private static String loss(Training training, double loss, Words words) {
        return words.epochAndLoss(
                training.epoch(), training.hyperparameters().epochs(), String.format(Locale.ROOT, "%.4f", loss));
    }

    // A line needs two ends.
    private static @Nullable LineChart chart(List<Point> points, int last) {
        List<Point> finite =
                points.stream().filter(point -> Double.isFinite(point.y())).toList();
        return finite.size() < 2 ? null : LineChart.of(finite, last);
    }

    private static List<Point> reached(List<Trial> trials) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < trials.size(); k++) {
            Double ndcg = trials.get(k).ndcgAt10();
            if (ndcg != null) {
                points.add(new Point(k + 1, ndcg));
            }
        }
        return points;
    }

    private static List<TrialRow> rows(List<Trial> trials, Words words) {
        double best = trials.stream()
                .map(Trial::ndcgAt10)
                .filter(reached -> reached != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double bestBefore = Double.NEGATIVE_INFINITY;
        List<TrialRow> rows = new ArrayList<>();
        for (Trial trial : trials) {
            Double reached = trial.ndcgAt10();
            rows.add(new TrialRow(
                    rows.size() + 1,
                    HyperparameterTexts.inWords(trial.hyperparameters(), words),
                    reached == null ? null : String.format(Locale.ROOT, "%.4f", reached),
                    reached == null || best <= 0 ? 0 : (int) Math.round(100 * reached / best),
                    reached != null && reached > bestBefore));
            bestBefore = reached == null ? bestBefore : Math.max(bestBefore, reached);
        }
        return rows;
    }
}
