package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.library.SongPlace;
import org.segue.library.SongPlaces;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendedSong;
import org.segue.ranking.Strategy;
import org.segue.text.Sentence;
import org.segue.web.Audience;
import org.segue.web.home.HomeStatus.TrainedModel;

/**
 * An answer as the page shows it.
 *
 * @param listeners names of those whom the songs are for, none where the question names songs alone
 * @param origin how the songs were ranked, or why there are none
 * @param model that was trained with the listener's songs and ranked these, null if there is none or it is no longer active
 * @param warnings what a reader would not expect
 * @param audience whose feedback the page can take
 * @param songs best first, none when nothing was found
 * @param rediscover songs that the listener has not played for long, where there is too little to go by for new ones
 * @param reader what the page is for who looks at it
 */
@TemplateData
public record ResultsView(
        List<String> listeners,
        Origin origin,
        @Nullable TrainedModel model,
        List<Sentence> warnings,
        Audience audience,
        List<SongRow> songs,
        List<SongRow> rediscover,
        Reader reader) {

    /**
     * What a page is for who looks at it.
     *
     * @param owner public id of the listener whose playlist the answer can become, empty if nobody's
     * @param loved public ids of songs that the one whose feedback the page takes loves
     */
    @TemplateData
    public record Reader(String owner, Set<String> loved) {}

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
        /** By plays here: too little is known of the songs to start from. */
        POPULAR_NOT_LIKE,
        /** Known songs that were not played for long. */
        REDISCOVERED,
        /** By no model: too little is known of the listener. */
        NOT_ENOUGH,
        /** Nobody else is there to learn from. */
        NOBODY_ELSE,
        /** No song is left. */
        NOTHING,
        /** No song is known. */
        NOTHING_YET;

        /** Whether the songs are what most people play. */
        public boolean isPopular() {
            return switch (this) {
                case POPULAR, POPULAR_NO_MODEL, POPULAR_UNKNOWN_USER, POPULAR_NOT_LIKE -> true;
                default -> false;
            };
        }

        /** Whether the songs are known ones. */
        public boolean isKnown() {
            return this == REDISCOVERED;
        }
    }

    /**
     * What an answer is made of besides itself.
     *
     * @param audience whose feedback the page can take
     * @param names of users by public id; one who is unknown has no entry
     * @param loved public ids of the songs that each of them loves, by the user's
     * @param places where its songs can be heard
     * @param caller public id of who looks at the page, empty if that is no listener
     * @param owner public id of the listener whose playlist it can become, empty if nobody's
     */
    record Known(
            Audience audience,
            Map<String, String> names,
            Map<String, Set<String>> loved,
            SongPlaces.Found places,
            String caller,
            String owner) {

        String name(String user) {
            return names.getOrDefault(user, user);
        }

        boolean isCaller(String user) {
            return !user.isEmpty() && user.equals(caller);
        }

        boolean loves(String user, String song) {
            return lovedBy(user).contains(song);
        }

        private Set<String> lovedBy(String user) {
            return loved.getOrDefault(user, Set.of());
        }

        private Reader reader() {
            List<Audience.Person> givers = audience.givers();
            return new Reader(owner, givers.size() == 1 ? lovedBy(givers.get(0).id()) : Set.of());
        }
    }

    /** What the one whose feedback the page takes has said of a song, as far as it can be in a list. */
    public String said(String song) {
        return reader.loved().contains(song) ? "love" : "";
    }

    /** Whether any row shows how strong it is. */
    public boolean hasStrength() {
        return songs.stream().anyMatch(row -> row.strength() > 0);
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
        Origin origin = origin(answer, form, status);
        return new ResultsView(
                listeners(answer, known),
                origin,
                origin == Origin.TRAINED ? model(answer, status.model()) : null,
                answer.warnings(),
                answer.items().isEmpty() ? Audience.NOBODY : known.audience(),
                rows(answer, answer.items(), form, known),
                rows(answer, answer.beside().rediscover(), form, known),
                known.reader());
    }

    private static List<SongRow> rows(Recommendation answer, List<RecommendedSong> songs, HomeForm form, Known known) {
        boolean isOfTaste = answer.strategy().isOfTaste();
        double best = songs.stream().mapToDouble(RecommendedSong::score).max().orElse(0);
        return songs.stream()
                .map(song -> SongRow.of(song, best, isOfTaste, form, known))
                .toList();
    }

    private static List<String> listeners(Recommendation answer, Known known) {
        if (!answer.users().isEmpty()) {
            return answer.users().stream().map(known::name).toList();
        }
        String name = known.name(answer.user());
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static Origin origin(Recommendation answer, HomeForm form, HomeStatus status) {
        if (answer.strategy() == Strategy.NOT_ENOUGH) {
            return answer.items().isEmpty() ? Origin.NOBODY_ELSE : Origin.NOT_ENOUGH;
        }
        if (answer.items().isEmpty()) {
            return status.songs() == 0 ? Origin.NOTHING_YET : Origin.NOTHING;
        }
        return switch (answer.strategy()) {
            case TRAINED -> form.isRediscovering() ? Origin.REDISCOVERED : Origin.TRAINED;
            case FOLDED_IN -> form.isRediscovering() ? Origin.REDISCOVERED : Origin.FOLDED_IN;
            case POPULAR -> popular(answer, form);
            case NOT_ENOUGH -> Origin.NOT_ENOUGH;
        };
    }

    private static Origin popular(Recommendation answer, HomeForm form) {
        if (!form.songs().seeds().isEmpty() && answer.model() != null) {
            return Origin.POPULAR_NOT_LIKE;
        }
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
