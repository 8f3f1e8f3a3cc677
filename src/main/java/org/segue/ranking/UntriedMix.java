package org.segue.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A ranking in which untried songs have their place.
 *
 * @param songs the untried ones
 * @param place where they come
 */
record UntriedMix(UntriedSongs songs, Untried place) {

    /**
     * A ranking of songs that the model knows, and of these.
     *
     * @param allowed which songs of either kind may be in it
     */
    ArtistCap.Source with(ArtistCap.Source tried, UntriedSongs.Scores scores, IntPredicate allowed) {
        ArtistCap.Source mixed = with(tried, scores);
        return (n, open) -> mixed.top(n, allowed.and(open));
    }

    private ArtistCap.Source with(ArtistCap.Source tried, UntriedSongs.Scores scores) {
        return switch (place) {
            case NONE -> tried;
            case ONLY -> (n, eligible) -> songs.top(scores, n, eligible);
            case LAST -> (n, eligible) -> appended(tried.top(n, eligible), scores, n, eligible);
            case MIXED -> (n, eligible) -> merged(tried.top(n, eligible), songs.top(scores, n, eligible), n);
        };
    }

    private List<ScoredSong> appended(
            List<ScoredSong> tried, UntriedSongs.Scores scores, int n, IntPredicate eligible) {
        if (tried.size() >= n) {
            return tried;
        }
        List<ScoredSong> all = new ArrayList<>(tried);
        all.addAll(songs.top(scores, n - tried.size(), eligible));
        return all;
    }

    private static List<ScoredSong> merged(List<ScoredSong> tried, List<ScoredSong> untried, int n) {
        TopN top = new TopN(Math.min(n, tried.size() + untried.size()));
        tried.forEach(song -> top.offer(song.songId(), song.score()));
        untried.forEach(song -> top.offer(song.songId(), song.score()));
        return top.drain();
    }
}
