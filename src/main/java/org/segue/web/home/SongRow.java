package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.library.SongPlace;
import org.segue.ranking.RecommendedSong;
import org.segue.web.home.ResultsView.Known;

/**
 * One recommended song as the page shows it.
 *
 * @param rank 1 for the best
 * @param song the song
 * @param strength 1 to 5, its score in fifths of the list's best; 0 where the scores are no ranking by taste
 * @param listeners how many have played it where that is why it is there; 0 elsewhere
 * @param reasons the listeners' own songs that speak most for this one, strongest first
 * @param places where it can be heard
 * @param untried whether nobody has played it, as far as the model knows
 * @param why it is there where it is not ranked, null elsewhere
 */
@TemplateData
public record SongRow(
        int rank,
        Song song,
        int strength,
        long listeners,
        List<Because> reasons,
        List<SongPlace> places,
        boolean untried,
        @Nullable Place why) {

    /** Why a song is in an answer that is no ranking. */
    @TemplateData
    public enum Place {
        /** The listener plays its artist. */
        ARTIST,
        /** Most people play it. */
        POPULAR,
        /** The listener has played it, but not for long. */
        REDISCOVER;

        private static @Nullable Place of(RecommendedSong.@Nullable Why why) {
            return why == null ? null : valueOf(why.name());
        }
    }

    private static final int MAX_STRENGTH = 5;

    /** As many reasons are named. */
    private static final int MAX_REASONS = 3;

    /** What a listener does with a song that speaks for another. */
    @TemplateData
    public enum Liking {
        /** Plays it. */
        PLAYS,
        /** Loves it, whether or not a play is known. */
        LOVES,
        /** Has picked it to start from. */
        PICKED
    }

    /**
     * A listener's own song that speaks for another.
     *
     * @param song public id
     * @param title of the song
     * @param artist name, empty if none is known
     * @param who name of the listener, empty for the one who looks at the page
     * @param liking what they do with it
     * @param without address of the page that asks the same with this song ignored
     */
    @TemplateData
    public record Because(String song, String title, String artist, String who, Liking liking, String without) {

        /** Whether it is the song of who looks at the page. */
        public boolean isOwn() {
            return who.isEmpty();
        }

        private static Because of(RecommendedSong.Reason reason, HomeForm form, Known known) {
            boolean isPicked = form.songs().seeds().contains(reason.song());
            String user = reason.user().isEmpty() && form.users().size() == 1
                    ? form.users().get(0)
                    : reason.user();
            return new Because(
                    reason.song(),
                    reason.title(),
                    reason.artist(),
                    isPicked || known.isCaller(user) ? "" : known.name(user),
                    isPicked ? Liking.PICKED : known.loves(user, reason.song()) ? Liking.LOVES : Liking.PLAYS,
                    form.at().ignoring(reason.song()));
        }
    }

    static SongRow of(RecommendedSong song, double bestScore, boolean isOfTaste, HomeForm form, Known known) {
        Place why = Place.of(song.why());
        boolean isCount = !isOfTaste && (why == null || why == Place.POPULAR);
        return new SongRow(
                song.rank(),
                song.song(),
                isOfTaste ? strength(song.score(), bestScore) : 0,
                isCount ? Math.round(song.score()) : 0,
                (form.isForSeveral() ? ofEach(song) : strongest(song))
                        .limit(MAX_REASONS)
                        .map(reason -> Because.of(reason, form, known))
                        .toList(),
                known.places().of(song.song().id()),
                song.untried(),
                why);
    }

    private static Stream<RecommendedSong.Reason> strongest(RecommendedSong song) {
        return song.reasons().stream().filter(reason -> reason.contribution() > 0);
    }

    // One reason of each listener: two of one would hide another listener.
    private static Stream<RecommendedSong.Reason> ofEach(RecommendedSong song) {
        Map<String, RecommendedSong.Reason> first = new LinkedHashMap<>();
        strongest(song).forEach(reason -> first.putIfAbsent(reason.user(), reason));
        return first.values().stream();
    }

    private static int strength(float score, double bestScore) {
        return score > 0 ? (int) Math.max(1, Math.min(MAX_STRENGTH, Math.ceil(MAX_STRENGTH * score / bestScore))) : 1;
    }

    /** The reason that is named first, null if there is none. */
    public @Nullable Because reason() {
        return reasons.isEmpty() ? null : reasons.get(0);
    }

    /** Reasons that are named where more is asked for. */
    public List<Because> otherReasons() {
        return reasons.isEmpty() ? List.of() : reasons.subList(1, reasons.size());
    }
}
