package org.segue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.RecommendedSong;

/**
 * One recommended song as the page shows it.
 *
 * @param rank 1 for the best
 * @param title of the song
 * @param artist name, empty if none is known
 * @param album name, null if none is known
 * @param score as written
 * @param bar length of the score's bar in percent of the longest, 0 to 100
 * @param reasons the user's own songs that speak most for this one, strongest first
 */
public record SongRow(
        int rank,
        String title,
        String artist,
        @Nullable String album,
        String score,
        int bar,
        List<RecommendedSong.Reason> reasons) {

    /** More than two make a sentence that nobody reads. */
    private static final int MOST_REASONS = 2;

    static SongRow of(RecommendedSong song, float bestScore) {
        return new SongRow(
                song.rank(),
                song.title(),
                song.artist(),
                song.album(),
                Phrasing.score(song.score()),
                bar(song.score(), bestScore),
                song.reasons().stream()
                        .filter(reason -> reason.contribution() > 0)
                        .limit(MOST_REASONS)
                        .toList());
    }

    private static int bar(float score, float bestScore) {
        if (!(score > 0)) {
            return 0;
        }
        return Math.max(1, Math.min(100, Math.round(100 * score / bestScore)));
    }
}
