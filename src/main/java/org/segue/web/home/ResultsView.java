package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.library.SongPlace;
import org.segue.library.SongPlaces;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Strategy;
import org.segue.text.Sentence;
import org.segue.web.home.HomeStatus.TrainedModel;

/**
 * An answer as the page shows it.
 *
 * @param listeners names of those whom the songs are for, none where the question names songs alone
 * @param origin how the songs were ranked, or why there are none
 * @param model that was trained with the listener's songs and ranked these, null if there is none or it is no longer active
 * @param warnings what a reader would not expect
 * @param audience whose feedback the page can take, nobody where nothing is known of the listeners
 * @param songs best first, none when nothing was found
 * @param rediscover songs that the listener has not played for long, where there is too little to go by for new ones
 */
@TemplateData
public record ResultsView(
        List<String> listeners,
        Origin origin,
        @Nullable TrainedModel model,
        List<Sentence> warnings,
        Audience audience,
        List<SongRow> songs,
        List<SongRow> rediscover) {

    /** How songs were ranked, or why there are none. */
    @TemplateData
    public enum Origin {
        /** By the trained model. */
        TRAINED,
        /** By what is known now, with the model's songs. */
        FOLDED_IN,
        /** By plays here, for the reason that a warning says. */
        POPULAR,
        /** By plays here: there is no model. */
        POPULAR_NO_MODEL,
        /** By plays here: nothing is known of the listener. */
        POPULAR_UNKNOWN_USER,
        /** By no model: too little is known of the listener. */
        NOT_ENOUGH,
        /** Nobody else is there to learn from. */
        NOBODY_ELSE,
        /** No song is left. */
        NOTHING,
        /** No song is known. */
        NOTHING_YET
    }

    /**
     * What an answer is made of besides itself.
     *
     * @param audience whose feedback the page can take
     * @param names of users by public id; one who is unknown has no entry
     * @param places where its songs can be heard
     */
    record Known(Audience audience, Map<String, String> names, SongPlaces.Found places) {
        String name(String user) {
            return names.getOrDefault(user, user);
        }
    }

    /** Whether some of the songs have links to where they can be heard. */
    public boolean leadsOutside() {
        return songs.stream().anyMatch(row -> row.places().stream().anyMatch(SongPlace::isOutside));
    }

    /** Whether more to learn from would help. */
    public boolean lacksOthers() {
        return switch (origin) {
            case NOT_ENOUGH, NOBODY_ELSE, NOTHING, NOTHING_YET -> true;
            default -> false;
        };
    }

    static ResultsView of(Recommendation answer, HomeForm form, Known known, HomeStatus status) {
        boolean hasAudience = !answer.items().isEmpty() && answer.strategy().isOfTaste();
        return new ResultsView(
                listeners(answer, known),
                origin(answer, status),
                model(answer, status.model()),
                answer.warnings(),
                hasAudience ? known.audience() : Audience.NOBODY,
                rows(answer.items(), form, known),
                rows(answer.beside().rediscover(), form, known));
    }

    private static List<SongRow> rows(List<RecommendedSong> songs, HomeForm form, Known known) {
        float best =
                (float) songs.stream().mapToDouble(RecommendedSong::score).max().orElse(0);
        return songs.stream().map(song -> SongRow.of(song, best, form, known)).toList();
    }

    private static List<String> listeners(Recommendation answer, Known known) {
        if (!answer.users().isEmpty()) {
            return answer.users().stream().map(known::name).toList();
        }
        String name = known.name(answer.user());
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static Origin origin(Recommendation answer, HomeStatus status) {
        if (answer.strategy() == Strategy.NOT_ENOUGH) {
            return answer.items().isEmpty() ? Origin.NOBODY_ELSE : Origin.NOT_ENOUGH;
        }
        if (answer.items().isEmpty()) {
            return status.songs() == 0 ? Origin.NOTHING_YET : Origin.NOTHING;
        }
        return switch (answer.strategy()) {
            case TRAINED -> Origin.TRAINED;
            case FOLDED_IN -> Origin.FOLDED_IN;
            case POPULAR -> popular(answer);
            case NOT_ENOUGH -> Origin.NOT_ENOUGH;
        };
    }

    private static Origin popular(Recommendation answer) {
        if (!answer.warnings().isEmpty()) {
            return Origin.POPULAR;
        }
        return answer.model() == null ? Origin.POPULAR_NO_MODEL : Origin.POPULAR_UNKNOWN_USER;
    }

    // Another model may have become active between the answer and the status.
    private static @Nullable TrainedModel model(Recommendation answer, @Nullable TrainedModel active) {
        return active != null
                        && answer.strategy() == Strategy.TRAINED
                        && active.version().equals(answer.model())
                        && !answer.items().isEmpty()
                ? active
                : null;
    }
}
