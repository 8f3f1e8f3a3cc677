package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Strategy;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * An answer as the page shows it.
 *
 * @param heading what the list is
 * @param strategy how it came about
 * @param warnings what a reader would not expect
 * @param audience whom it is for, nobody where nothing is known of them
 * @param songs best first, none when nothing was found
 */
@TemplateData
public record ResultsView(
        String heading, String strategy, List<String> warnings, Audience audience, List<SongRow> songs) {

    /**
     * What an answer is made of besides itself.
     *
     * @param audience whom it is for
     * @param names of users by public id; one who is unknown has no entry
     * @param ids of its songs, by key; a song without any has no entry
     */
    record Known(Audience audience, Map<String, String> names, Map<Integer, RecordingIds> ids) {
        String name(String user) {
            return names.getOrDefault(user, user);
        }

        SongLinks links(Song song) {
            return SongLinks.of(ids.getOrDefault(song.id(), RecordingIds.NONE));
        }
    }

    /** Whether some of the songs have links to where they can be heard. */
    public boolean leadsOutside() {
        return songs.stream().anyMatch(song -> song.links().canBeHeard());
    }

    static ResultsView of(
            Recommendation answer, HomeForm form, Known known, HomeStatus status, Instant now, Words words) {
        float best = (float) answer.items().stream()
                .mapToDouble(RecommendedSong::score)
                .max()
                .orElse(0);
        List<SongRow> songs = answer.items().stream()
                .map(song -> SongRow.of(song, best, form, known))
                .toList();
        return songs.isEmpty()
                ? nothing(answer, known, status, words)
                : new ResultsView(
                        heading(songs.size(), answer, known, words),
                        strategy(answer, status, now, words),
                        answer.warnings(),
                        answer.strategy() == Strategy.POPULAR ? Audience.NOBODY : known.audience(),
                        songs);
    }

    private static ResultsView nothing(Recommendation answer, Known known, HomeStatus status, Words words) {
        return new ResultsView(
                named(answer, known, words).isEmpty()
                        ? words.headingNothingLike()
                        : words.headingNothing(named(answer, known, words)),
                status.songs() == 0 ? words.nothingYet() : words.nothing(),
                answer.warnings(),
                Audience.NOBODY,
                List.of());
    }

    private static String heading(int songs, Recommendation answer, Known known, Words words) {
        String named = named(answer, known, words);
        return named.isEmpty() ? words.headingLike(songs) : words.heading(songs, named);
    }

    private static String named(Recommendation answer, Known known, Words words) {
        return answer.users().isEmpty()
                ? known.name(answer.user())
                : Formatting.all(answer.users().stream().map(known::name).toList(), words);
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
                        Formatting.ago(Duration.between(model.createdAt(), now), words),
                        Formatting.count(model.interactions()));
    }

    private static String popular(Recommendation answer, Words words) {
        if (!answer.warnings().isEmpty()) {
            return words.popular();
        }
        return answer.model() == null ? words.popularNoModel() : words.popularUnknownUser();
    }
}
