package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.model.Trial;
import org.segue.training.EpochLoss;
import org.segue.training.Training;
import org.segue.web.Formatting;
import org.segue.web.TimeLeft;
import org.segue.web.TrainingStage;
import org.segue.web.models.LineChart.Point;

/**
 * A training that runs, as the page shows it.
 *
 * @param id its number
 * @param stage what it is doing
 * @param last the last epoch, null before the first
 * @param minutesLeft an estimate, rounded up; null when there is nothing to say
 * @param percent 0 to 100
 * @param trials what the search has tried, in order
 * @param losses of the fit that runs, null before its second epoch
 * @param reached by each trial in turn, null before the second that did not diverge
 */
@TemplateData
public record RunningTraining(
        int id,
        TrainingStage stage,
        @Nullable Epoch last,
        @Nullable Long minutesLeft,
        int percent,
        List<TrialRow> trials,
        @Nullable LineChart losses,
        @Nullable LineChart reached) {

    /**
     * An epoch of a fit.
     *
     * @param epoch from 1
     * @param epochs of the whole fit
     * @param loss after it
     */
    @TemplateData
    public record Epoch(int epoch, int epochs, double loss) {}

    /**
     * Hyperparameters that the search has tried.
     *
     * @param number from 1
     * @param hyperparameters that were tried
     * @param ndcg what they reached, null if the fit diverged
     * @param bar length of its bar in percent of the best
     * @param best whether none before reached as much
     */
    @TemplateData
    public record TrialRow(
            int number,
            HyperparametersView hyperparameters,
            @Nullable Double ndcg,
            int bar,
            boolean best) {}

    static RunningTraining of(Training training, List<EpochLoss> losses) {
        int epochs = training.hyperparameters().epochs();
        Double loss = training.fitting().loss();
        return new RunningTraining(
                training.id(),
                TrainingStage.of(training),
                loss == null ? null : new Epoch(training.fitting().epoch(), epochs, loss),
                TimeLeft.minutes(training.fitting().secondsLeft()),
                Formatting.percent(training.progress()),
                rows(training.fitting().trials()),
                chart(points(losses), epochs),
                chart(
                        reached(training.fitting().trials()),
                        training.fitting().trials().size()));
    }

    private static List<Point> points(List<EpochLoss> losses) {
        return losses.stream().map(done -> new Point(done.epoch(), done.loss())).toList();
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
                    HyperparametersView.of(trial.hyperparameters()),
                    reached,
                    reached == null || best <= 0 ? 0 : (int) Math.round(100 * reached / best),
                    reached != null && reached > bestBefore));
            bestBefore = reached == null ? bestBefore : Math.max(bestBefore, reached);
        }
        return rows;
    }
}
