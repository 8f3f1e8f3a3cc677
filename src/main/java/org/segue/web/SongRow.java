package org.segue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.RecommendedSong;

/**
 * One recommended song as the page shows it.
 *
 * @param rank 1 for the best
 * @param id public id
 * @param title of the song
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param album name, null if none is known
 * @param score as written
 * @param bar length of the score's bar in percent of the longest, 0 to 100
 * @param reasons the user's own songs that speak most for this one, strongest first
 */
public record SongRow(
        int rank,
        String id,
        String title,
        String artist,
        @Nullable String artistId,
        @Nullable String album,
        String score,
        int bar,
        List<Because> reasons) {

    /** More than two make a sentence that nobody reads. */
    private static final int MOST_REASONS = 2;

    /**
     * A song of the user's that speaks for another.
     *
     * @param id public id
     * @param title of the song
     * @param artist name, empty if none is known
     * @param without address of the page that asks the same without this song's influence
     */
    public record Because(String id, String title, String artist, String without) {
        private static Because of(RecommendedSong.Reason reason, HomeForm form) {
            return new Because(reason.song(), reason.title(), reason.artist(), form.addressIgnoring(reason.song()));
        }
    }

    static SongRow of(RecommendedSong song, float bestScore, HomeForm form) {
        return new SongRow(
                song.rank(),
                song.song(),
                song.title(),
                song.artist(),
                song.artistId(),
                song.album(),
                Phrasing.score(song.score()),
                bar(song.score(), bestScore),
                song.reasons().stream()
                        .filter(reason -> reason.contribution() > 0)
                        .limit(MOST_REASONS)
                        .map(reason -> Because.of(reason, form))
                        .toList());
    }

    private static int bar(float score, float bestScore) {
        if (!(score > 0)) {
            return 0;
        }
        return Math.max(1, Math.min(100, Math.round(100 * score / bestScore)));
    }
}
