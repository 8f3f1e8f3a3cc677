package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.ModelManifest;
import org.segue.model.ModelVersion;
import org.segue.model.SongModelOrigin;
import org.segue.text.Sentence;

/**
 * A stored model as the page shows it.
 *
 * @param version its name
 * @param active whether it answers
 * @param damage what is wrong with it, null if nothing is known to be
 * @param training what it was trained with and on, null if it is damaged
 * @param origin where it comes from, null if it was trained here or is damaged
 * @param reason why it was activated or not, null if nobody decided
 * @param contest how it ranked beside other recommenders, empty without a test
 */
@TemplateData
public record ModelView(
        String version,
        boolean active,
        @Nullable String damage,
        @Nullable Training training,
        @Nullable SongModelView origin,
        @Nullable Sentence reason,
        List<Rank> contest) {

    /**
     * What a model was trained with and on.
     *
     * @param endedAt when the training ended
     * @param interactions how many it was trained on
     * @param hyperparameters it was trained with
     */
    @TemplateData
    public record Training(Instant endedAt, long interactions, HyperparametersView hyperparameters) {}

    /**
     * What a recommender reached on the held-out songs.
     *
     * @param recommender model, itemCosine, sessionCosine or popularity
     * @param ndcg mean NDCG@10 as written, with its interval
     * @param from where its interval starts, in percent of the chart
     * @param to where it ends
     * @param at where the mean is
     * @param best whether no other mean is higher
     */
    @TemplateData
    public record Rank(String recommender, String ndcg, double from, double to, double at, boolean best) {}

    static ModelView of(ModelVersion version) {
        ModelManifest manifest = version.manifest();
        if (manifest == null) {
            return new ModelView(version.version(), version.active(), version.damage(), null, null, null, List.of());
        }
        SongModelOrigin origin = manifest.provenance().songModel();
        return new ModelView(
                version.version(),
                version.active(),
                version.damage(),
                origin != null
                        ? null
                        : new Training(
                                manifest.provenance().createdAt(),
                                manifest.size().interactions(),
                                HyperparametersView.of(manifest.provenance().hyperparameters())),
                origin == null ? null : SongModelView.of(origin, manifest.size().songs()),
                manifest.activation() == null ? null : manifest.activation().reason(),
                contest(manifest.evaluation()));
    }

    private static List<Rank> contest(@Nullable EvaluationSummary evaluation) {
        if (evaluation == null || evaluation.ranking().ndcgAt10() == null) {
            return List.of();
        }
        Map<String, Interval> reached = new LinkedHashMap<>();
        reached.put("model", evaluation.ranking().ndcgAt10());
        put(reached, "sessionCosine", evaluation.baselines().sessionCosine());
        put(reached, "itemCosine", evaluation.baselines().itemCosine());
        put(reached, "popularity", evaluation.baselines().popularity());
        double most = most(reached, Interval::high);
        double best = most(reached, Interval::mean);
        return most == 0
                ? List.of()
                : reached.entrySet().stream()
                        .map(entry -> rank(entry.getKey(), entry.getValue(), 100 / most, best))
                        .toList();
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
        String ndcg =
                String.format(Locale.ROOT, "%.3f (%.3f – %.3f)", interval.mean(), interval.low(), interval.high());
        return new Rank(
                recommender,
                ndcg,
                percent * interval.low(),
                percent * interval.high(),
                percent * interval.mean(),
                interval.mean() == best);
    }
}
