package org.segue.web;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.model.Trial;
import org.segue.training.EpochLoss;
import org.segue.training.Stage;
import org.segue.training.Training;
import org.segue.web.LineChart.Point;

/**
 * A training under way as the page shows it.
 *
 * @param id its number
 * @param stage what it is at, null before it has begun
 * @param epoch epochs done of the fit that runs
 * @param epochs epochs of that fit
 * @param loss of the last epoch as written, null before the first
 * @param minutesLeft an estimate, rounded up; null when there is nothing to estimate
 * @param percent 0 to 100
 * @param trials what the search has tried, in order
 * @param losses of the fit that runs, null before its second epoch
 * @param reached by each trial in turn, null before the second that did not diverge
 */
@TemplateData
public record RunningTraining(
        int id,
        @Nullable Stage stage,
        int epoch,
        int epochs,
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

    static RunningTraining of(Training training, List<EpochLoss> losses) {
        Double left = training.secondsLeft();
        Double loss = training.loss();
        return new RunningTraining(
                training.id(),
                training.stage(),
                training.epoch(),
                training.hyperparameters().epochs(),
                loss == null ? null : String.format(Locale.ROOT, "%.4f", loss),
                left == null || !Double.isFinite(left) ? null : (long) Math.ceil(left / SECONDS_PER_MINUTE),
                (int) Math.round(100 * Math.max(0, Math.min(1, training.progress()))),
                rows(training.trials()),
                chart(
                        losses.stream()
                                .map(done -> new Point(done.epoch(), done.loss()))
                                .toList(),
                        training.hyperparameters().epochs()),
                chart(reached(training.trials()), training.trials().size()));
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

    private static List<TrialRow> rows(List<Trial> trials) {
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
                    Recipes.words(trial.hyperparameters()),
                    reached == null ? null : String.format(Locale.ROOT, "%.4f", reached),
                    reached == null || best <= 0 ? 0 : (int) Math.round(100 * reached / best),
                    reached != null && reached > bestBefore));
            bestBefore = reached == null ? bestBefore : Math.max(bestBefore, reached);
        }
        return rows;
    }
}
