package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.segue.catalog.SongStats;
import org.segue.ranking.linalg.Vectors;

/**
 * Songs like one for a player, which plays what it has: songs that it can play come first, then, if these are too few, what it lacks. Of the playable
 * songs those that the model has no embedding of come after the others, few of an artist; a mix may start from one of them as well. Reads all songs
 * once: milliseconds with a large catalog, so not for an event loop.
 */
@Singleton
public class SongMixes {

    /** Songs of one album that nobody has played all score the same: without a bound a mix would be that album. */
    private static final int UNTRIED_PER_ARTIST = 3;

    private final Snapshots snapshots;
    private final UntriedCatalog untried;

    SongMixes(Snapshots snapshots, UntriedCatalog untried) {
        this.snapshots = snapshots;
        this.untried = untried;
    }

    /**
     * Songs like one, without it and other copies of it, each recording once.
     *
     * @param songId the song
     * @param n the most songs, positive
     * @param playable which songs, by database key, the player has
     * @return in order; the score is the cosine with the song, never more than that of the one before. None if the model knows neither the song nor its
     *     album nor its artist
     */
    public CompletableFuture<List<ScoredSong>> like(int songId, int n, IntPredicate playable) {
        return untried.complete(snapshots.current()).thenApply(snapshot -> mix(snapshot, songId, n, playable));
    }

    private static List<ScoredSong> mix(RankingSnapshot snapshot, int songId, int n, IntPredicate playable) {
        CosineSimilarity similarity = snapshot.similarity();
        float[] direction = snapshot.directionOf(songId);
        if (similarity == null || Vectors.norm(direction) == 0) {
            return List.of();
        }
        IntPredicate others = others(snapshot.songs(), songId);
        List<ScoredSong> mix = new ArrayList<>(similarity.songs(direction, n, others.and(playable)));
        if (mix.size() < n) {
            mix.addAll(untried(snapshot, direction, n - mix.size(), others.and(playable)));
        }
        if (mix.size() < n) {
            mix.addAll(similarity.songs(direction, n - mix.size(), others.and(playable.negate())));
        }
        return falling(mix);
    }

    private static IntPredicate others(SongStats songs, int songId) {
        int recording = songs.recordingOf(songId);
        boolean isOfDemo = songs.demo().isSong(songId);
        return other -> songs.recordingOf(other) != recording
                && (isOfDemo || !songs.demo().isSong(other));
    }

    private static List<ScoredSong> untried(RankingSnapshot snapshot, float[] direction, int n, IntPredicate eligible) {
        UntriedSongs.Scores cosine = (rows, from) -> {
            double length = Vectors.norm(rows, from, direction.length);
            return length > 0 ? (float) (Vectors.fastDot(direction, rows, from) / length) : -1;
        };
        return ArtistCap.take(
                (count, open) -> snapshot.untried().top(cosine, count, eligible.and(open)),
                n,
                UNTRIED_PER_ARTIST,
                snapshot.songs());
    }

    /** The same songs, none with a score above that of the one before, or above 1. */
    public static List<ScoredSong> falling(List<ScoredSong> mix) {
        List<ScoredSong> falling = new ArrayList<>(mix.size());
        float least = 1;
        for (ScoredSong song : mix) {
            least = Math.min(least, song.score());
            falling.add(new ScoredSong(song.songId(), least));
        }
        return falling;
    }

    /**
     * A way from one song to another by songs that the player has.
     *
     * @param from where it starts
     * @param to where it ends, another recording
     * @param steps number of steps, positive: the answer has one song more, fewer if the songs run out
     * @param playable which songs, by database key, the player has
     * @return in order; the score is the cosine with the song before, 1 for the first. None if the model does not know both songs
     */
    public List<ScoredSong> path(int from, int to, int steps, IntPredicate playable) {
        RankingSnapshot snapshot = snapshots.current();
        CosineSimilarity similarity = snapshot.similarity();
        return similarity == null || !similarity.knowsSong(from) || !similarity.knowsSong(to)
                ? List.of()
                : SimilarSongs.path(snapshot, similarity, from, to, steps, playable);
    }
}
