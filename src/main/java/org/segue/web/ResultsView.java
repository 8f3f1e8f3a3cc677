package org.segue.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Strategy;

/**
 * An answer as the page shows it.
 *
 * @param heading what the list is
 * @param strategy how it came about
 * @param warnings what a reader would not expect
 * @param forUser public id of the user whose verdicts can be taken, empty if nothing is known of them
 * @param songs best first, none when nothing was found
 */
public record ResultsView(String heading, String strategy, List<String> warnings, String forUser, List<SongRow> songs) {

    static ResultsView of(Recommendation answer, HomeForm form, HomeStatus status, Instant now, Words words) {
        float best = (float) answer.items().stream()
                .mapToDouble(RecommendedSong::score)
                .max()
                .orElse(0);
        List<SongRow> songs = answer.items().stream()
                .map(song -> SongRow.of(song, best, form))
                .toList();
        return songs.isEmpty()
                ? nothing(answer, status, words)
                : new ResultsView(
                        heading(songs.size(), answer, words),
                        strategy(answer, status, now, words),
                        answer.warnings(),
                        answer.strategy() == Strategy.POPULAR ? "" : answer.user(),
                        songs);
    }

    private static ResultsView nothing(Recommendation answer, HomeStatus status, Words words) {
        return new ResultsView(
                answer.user().isEmpty() ? words.headingNothingLike() : words.headingNothing(answer.user()),
                status.songs() == 0 ? words.nothingYet() : words.nothing(),
                answer.warnings(),
                "",
                List.of());
    }

    private static String heading(int songs, Recommendation answer, Words words) {
        return answer.user().isEmpty() ? words.headingLike(songs) : words.heading(songs, answer.user());
    }

    private static String strategy(Recommendation answer, HomeStatus status, Instant now, Words words) {
        return switch (answer.strategy()) {
            case TRAINED -> trained(answer.model(), status.model(), now, words);
            case FOLDED_IN -> words.foldedIn();
            case POPULAR -> popular(answer, words);
        };
    }

    /** Tells the model's age only if the status speaks of the same model: one may have been swapped in between. */
    private static String trained(
            @Nullable String version, HomeStatus.@Nullable TrainedModel model, Instant now, Words words) {
        return model == null || !model.version().equals(version)
                ? words.trainedEarlier()
                : words.trained(
                        Phrasing.ago(Duration.between(model.createdAt(), now), words),
                        Phrasing.count(model.interactions()));
    }

    private static String popular(Recommendation answer, Words words) {
        if (!answer.warnings().isEmpty()) {
            return words.popular();
        }
        return answer.model() == null ? words.popularNoModel() : words.popularUnknownUser();
    }
}
