package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.model.EvaluationSummary;
import org.segue.model.EvaluationSummary.Interval;
import org.segue.model.EvaluationSummary.Scores;
import org.segue.model.ModelManifest;
import org.segue.model.ModelVersion;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * A model that is kept, as the page shows it.
 *
 * @param version its name
 * @param active whether it answers
 * @param damage what is wrong with it, null if nothing is known to be
 * @param trained how long ago, in words; empty if it is damaged
 * @param interactions how many it was trained on, as written
 * @param recipe in words
 * @param reason why it was activated or not, null if nobody decided
 * @param contest how it ranked beside others, empty without a test
 */
@TemplateData
public record ModelView(
        String version,
        boolean active,
        @Nullable String damage,
        String trained,
        String interactions,
        String recipe,
        @Nullable String reason,
        List<Rank> contest) {

    /**
     * What a recommender reached on the songs held out.
     *
     * @param name in words
     * @param ndcg mean NDCG@10 as written, with its interval
     * @param from where its interval starts, in percent of the chart
     * @param to where it ends
     * @param at where the mean is
     * @param own whether it is the model itself
     */
    @TemplateData
    public record Rank(String name, String ndcg, double from, double to, double at, boolean own) {}

    static ModelView of(ModelVersion version, Instant now, Words words) {
        ModelManifest manifest = version.manifest();
        if (manifest == null) {
            return new ModelView(version.version(), version.active(), version.damage(), "", "", "", null, List.of());
        }
        return new ModelView(
                version.version(),
                version.active(),
                version.damage(),
                Formatting.ago(Duration.between(manifest.createdAt(), now), words),
                Formatting.count(manifest.interactions()),
                HyperparameterTexts.inWords(manifest.hyperparameters(), words),
                manifest.activation() == null ? null : manifest.activation().reason(),
                contest(manifest.evaluation(), words));
    }

    private static List<Rank> contest(@Nullable EvaluationSummary evaluation, Words words) {
        if (evaluation == null || evaluation.ndcgAt10() == null) {
            return List.of();
        }
        Interval own = evaluation.ndcgAt10();
        Interval popularity = ndcg(evaluation.popularity());
        Interval itemCosine = ndcg(evaluation.itemCosine());
        double most = Stream.of(own, popularity, itemCosine)
                .filter(interval -> interval != null)
                .mapToDouble(Interval::high)
                .max()
                .orElse(1);
        List<Rank> ranks = new ArrayList<>();
        add(ranks, words.thisModel(), own, most, true);
        add(ranks, words.itemCosine(), itemCosine, most, false);
        add(ranks, words.popularity(), popularity, most, false);
        return ranks;
    }

    private static @Nullable Interval ndcg(@Nullable Scores scores) {
        return scores == null ? null : scores.ndcgAt10();
    }

    private static void add(List<Rank> ranks, String name, @Nullable Interval interval, double most, boolean own) {
        if (interval != null && most > 0) {
            String ndcg =
                    String.format(Locale.ROOT, "%.3f (%.3f – %.3f)", interval.mean(), interval.low(), interval.high());
            double percent = 100 / most;
            ranks.add(new Rank(
                    name, ndcg, percent * interval.low(), percent * interval.high(), percent * interval.mean(), own));
        }
    }
}
