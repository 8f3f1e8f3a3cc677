package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.segue.model.Activation;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Errors;
import org.segue.model.EvaluationSummary.Incumbent;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.EvaluationSummary.Verdict;
import org.segue.model.ModelManifest;

/**
 * How a model ranked held-out songs, and what came of it.
 *
 * @param decision a word for what came of it: {@code passed}, {@code kept}, {@code first}, {@code failed}, {@code thin},
 *     {@code unasked}, {@code byHand} or {@code unknown}
 * @param tested how many listeners, or sessions, it was tested on
 * @param contest how it ranked beside other recommenders, empty below a minimum of evidence
 * @param rival what ranks better, null if nothing does
 */
@TemplateData
public record TestView(
        String decision,
        int tested,
        List<Rank> contest,
        @Nullable Rival rival) {

    /** Nothing is known of a test. */
    static final TestView NONE = new TestView("unknown", 0, List.of(), null);

    /** Figures of fewer listeners, or sessions, say more of chance than of the model. */
    private static final int MIN_TESTED = 10;

    private static final String AVERAGE = "average";

    /**
     * What a recommender reached on the held-out songs.
     *
     * @param recommender model, itemCosine, sessionCosine or popularity
     * @param ndcg mean NDCG@10, with its interval
     * @param from where its interval starts, in percent of the chart
     * @param to where it ends
     * @param at where the mean is
     * @param best whether no other mean is higher
     */
    @TemplateData
    public record Rank(String recommender, Interval ndcg, double from, double to, double at, boolean best) {}

    /**
     * What is better than a model.
     *
     * @param name itemCosine, sessionCosine, popularity, incumbent or average
     * @param own score of the model
     * @param score of what is better: higher, or of the average, which is an error, lower
     */
    @TemplateData
    public record Rival(String name, double own, double score) {

        /** Whether the scores are errors of ratings. */
        public boolean isError() {
            return name.equals(AVERAGE);
        }
    }

    static TestView of(ModelManifest manifest, boolean active) {
        EvaluationSummary evaluation = manifest.evaluation();
        String decision = decision(evaluation, manifest.activation(), active);
        return evaluation == null
                ? new TestView(decision, 0, List.of(), null)
                : new TestView(decision, evaluation.testUsers(), contest(evaluation), rival(evaluation));
    }

    private static String decision(
            @Nullable EvaluationSummary evaluation, @Nullable Activation activation, boolean active) {
        if (activation == null) {
            return "unknown";
        }
        if (evaluation == null) {
            return "unasked";
        }
        if (evaluation.verdict() == Verdict.INSUFFICIENT) {
            return activation.activated() || !active ? "thin" : "byHand";
        }
        boolean passed = evaluation.verdict() == Verdict.PASSED;
        if (activation.activated()) {
            return passed ? "passed" : "first";
        }
        return active ? "byHand" : passed ? "kept" : "failed";
    }

    private static @Nullable Rival rival(EvaluationSummary evaluation) {
        Errors errors = evaluation.errors();
        if (errors.rmse() != null && errors.meanRmse() != null) {
            return errors.rmse() > errors.meanRmse() ? new Rival(AVERAGE, errors.rmse(), errors.meanRmse()) : null;
        }
        Map<String, Interval> reached = reached(evaluation);
        Incumbent incumbent = evaluation.incumbent();
        put(reached, "incumbent", incumbent == null ? null : incumbent.scores());
        Interval own = reached.remove("model");
        return own == null || evaluation.testUsers() < MIN_TESTED
                ? null
                : reached.entrySet().stream()
                        .max(Map.Entry.comparingByValue((one, other) -> Double.compare(one.mean(), other.mean())))
                        .filter(best -> best.getValue().mean() > own.mean())
                        .map(best -> new Rival(
                                best.getKey(), own.mean(), best.getValue().mean()))
                        .orElse(null);
    }

    private static List<Rank> contest(EvaluationSummary evaluation) {
        Map<String, Interval> reached = reached(evaluation);
        double most = most(reached, Interval::high);
        double best = most(reached, Interval::mean);
        return most == 0 || evaluation.testUsers() < MIN_TESTED
                ? List.of()
                : reached.entrySet().stream()
                        .map(entry -> rank(entry.getKey(), entry.getValue(), 100 / most, best))
                        .toList();
    }

    private static Map<String, Interval> reached(EvaluationSummary evaluation) {
        Map<String, Interval> reached = new LinkedHashMap<>();
        if (evaluation.ranking().ndcgAt10() != null) {
            reached.put("model", evaluation.ranking().ndcgAt10());
            put(reached, "sessionCosine", evaluation.baselines().sessionCosine());
            put(reached, "itemCosine", evaluation.baselines().itemCosine());
            put(reached, "popularity", evaluation.baselines().popularity());
        }
        return reached;
    }

    private static void put(Map<String, Interval> reached, String recommender, @Nullable Scores scores) {
        if (scores != null) {
            reached.put(recommender, scores.ndcgAt10());
        }
    }

    private static double most(Map<String, Interval> reached, ToDoubleFunction<Interval> of) {
        return reached.values().stream().mapToDouble(of).max().orElse(0);
    }

    private static Rank rank(String recommender, Interval interval, double percent, double best) {
        return new Rank(
                recommender,
                interval,
                percent * interval.low(),
                percent * interval.high(),
                percent * interval.mean(),
                interval.mean() == best);
    }
}
