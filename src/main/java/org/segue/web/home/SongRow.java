package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
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
 * @param score the higher the better
 * @param bar length of the score's bar in percent of the longest, 0 to 100
 * @param reasons the listeners' own songs that speak most for this one, strongest first
 * @param places where it can be heard
 * @param untried whether nobody has played it, as far as the model knows
 * @param why it is there where it is not ranked, null elsewhere
 */
@TemplateData
public record SongRow(
        int rank,
        Song song,
        float score,
        int bar,
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

    /** As many reasons are named for one listener: more make a sentence that nobody reads. */
    private static final int MAX_REASONS = 2;

    /** As many listeners are named. */
    private static final int MAX_PEOPLE = 3;

    /**
     * A listener's own song that speaks for another.
     *
     * @param title of the song
     * @param artist name, empty if none is known
     * @param user name of the listener, empty where the answer is for one
     * @param picked whether the question names it to start from
     * @param same whether the reason before it is of the same kind and listener, which need not be said again
     * @param without address of the page that asks the same with this song ignored
     */
    @TemplateData
    public record Because(String title, String artist, String user, boolean picked, boolean same, String without) {

        private static Because of(RecommendedSong.Reason reason, @Nullable Because before, HomeForm form, Known known) {
            String user = known.name(reason.user());
            boolean picked = form.songs().seeds().contains(reason.song());
            return new Because(
                    reason.title(),
                    reason.artist(),
                    user,
                    picked,
                    before != null && before.picked == picked && before.user.equals(user),
                    form.addressIgnoring(reason.song()));
        }
    }

    static SongRow of(RecommendedSong song, float bestScore, HomeForm form, Known known) {
        return new SongRow(
                song.rank(),
                song.song(),
                song.score(),
                bar(song.score(), bestScore),
                because(form.isForSeveral() ? ofEach(song) : strongest(song), form, known),
                known.places().of(song.song().id()),
                song.untried(),
                Place.of(song.why()));
    }

    private static List<Because> because(Stream<RecommendedSong.Reason> reasons, HomeForm form, Known known) {
        List<Because> said = new ArrayList<>();
        reasons.forEach(reason ->
                said.add(Because.of(reason, said.isEmpty() ? null : said.get(said.size() - 1), form, known)));
        return said;
    }

    private static Stream<RecommendedSong.Reason> strongest(RecommendedSong song) {
        return song.reasons().stream()
                .filter(reason -> reason.contribution() > 0)
                .limit(MAX_REASONS);
    }

    // One reason of each listener: two of one would hide another listener.
    private static Stream<RecommendedSong.Reason> ofEach(RecommendedSong song) {
        Map<String, RecommendedSong.Reason> first = new LinkedHashMap<>();
        song.reasons().stream()
                .filter(reason -> reason.contribution() > 0)
                .forEach(reason -> first.putIfAbsent(reason.user(), reason));
        return first.values().stream().limit(MAX_PEOPLE);
    }

    private static int bar(float score, float bestScore) {
        if (!(score > 0)) {
            return 0;
        }
        return Math.max(1, Math.min(100, Math.round(100 * score / bestScore)));
    }
}
