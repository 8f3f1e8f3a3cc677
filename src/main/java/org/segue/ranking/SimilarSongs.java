package org.segue.ranking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.DemoContent;
import org.segue.ranking.linalg.Vectors;
import org.segue.text.Sentence;

/**
 * What is like what, by the model that answers now. Reads memory alone, but all songs of it: milliseconds with a large
 * catalog, so not for an event loop. Every method takes one snapshot.
 */
@Singleton
public class SimilarSongs {

    private final Snapshots snapshots;

    SimilarSongs(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Songs or artists in an order.
     *
     * @param model version of the model behind it, null while there is none
     * @param items keys, with the cosine as score
     * @param warning why there are none; null if nothing is wrong
     * @param owned what is owned by those whose songs were asked for
     */
    public record SimilarItems(
            @Nullable String model,
            List<ScoredSong> items,
            @Nullable Sentence warning,
            Ownership owned) {}

    /** Number of users who have a song. */
    public int listeners(int songId) {
        return snapshots.current().songs().listeners(songId);
    }

    /** Number of users who have the song of an artist that most have, as far as the model knows the artist's songs; 0 for others. */
    public int artistListeners(int artistId) {
        CosineSimilarity similarity = snapshots.current().similarity();
        return similarity == null ? 0 : similarity.artistListeners(artistId);
    }

    /** Whether the model knows a song. */
    public boolean isKnown(int songId) {
        CosineSimilarity similarity = snapshots.current().similarity();
        return similarity != null && similarity.knowsSong(songId);
    }

    /** The songs most like one, whoever owns them. */
    public SimilarItems songs(int songId, int n) {
        return songs(songId, n, OwnedBy.NO_MATTER);
    }

    /**
     * The songs most like one, itself and other copies of the same recording left out; most alike first.
     *
     * @param owned what is made of songs that are owned
     */
    public SimilarItems songs(int songId, int n, OwnedBy owned) {
        RankingSnapshot snapshot = snapshots.currentFor(owned.users()).join();
        CosineSimilarity similarity = snapshot.similarity();
        if (similarity == null || !similarity.knowsSong(songId)) {
            return nothing(snapshot, RankingPhrase.SONG_NOT_IN_MODEL);
        }
        int recording = snapshot.songs().recordingOf(songId);
        boolean isOfDemo = snapshot.songs().demo().isSong(songId);
        IntPredicate open = other -> snapshot.songs().recordingOf(other) != recording
                && (isOfDemo || !snapshot.songs().demo().isSong(other));
        return similar(snapshot, nearest(snapshot, similarity.song(songId), n, open, owned.owned()));
    }

    private static List<ScoredSong> nearest(
            RankingSnapshot snapshot, float[] direction, int n, IntPredicate open, Owned owned) {
        CosineSimilarity similarity = Objects.requireNonNull(snapshot.similarity(), "asked for where there is a model");
        OwnedFirst first = snapshot.owned().first(owned);
        IntPredicate allowed = open.and(snapshot.owned().allowed(owned));
        return first.plain(first.of((count, eligible) -> similarity.songs(direction, count, eligible))
                .top(n, allowed));
    }

    /** The artists most like one, most alike first; the keys are those of artists. */
    public SimilarItems artists(int artistId, int n) {
        RankingSnapshot snapshot = snapshots.current();
        CosineSimilarity similarity = snapshot.similarity();
        return similarity == null || !similarity.knowsArtist(artistId)
                ? nothing(snapshot, RankingPhrase.ARTIST_NOT_IN_MODEL)
                : similar(
                        snapshot, similarity.artists(artistId, n, DemoRule.artistsBeside(artistId, snapshot.songs())));
    }

    /**
     * A way from one song to another: for each step the song, not taken before, that is nearest to the point on the arc
     * between the two directions.
     *
     * @param from where it starts
     * @param to where it ends, another recording
     * @param steps number of steps, positive: the answer has one song more, fewer if the songs run out
     * @param owned what is made of songs that are owned; of those between the two
     * @return in order; the score is the cosine with the song before, 1 for the first
     */
    public SimilarItems path(int from, int to, int steps, OwnedBy owned) {
        RankingSnapshot snapshot = snapshots.currentFor(owned.users()).join();
        CosineSimilarity similarity = snapshot.similarity();
        if (similarity == null || !similarity.knowsSong(from) || !similarity.knowsSong(to)) {
            return nothing(snapshot, RankingPhrase.SONG_NOT_IN_MODEL);
        }
        List<Integer> way = path(snapshot, similarity, from, to, steps, owned.owned(), song -> true);
        return similar(snapshot, scored(similarity, way));
    }

    /**
     * The same in a snapshot that knows both, whoever owns the songs.
     *
     * @param eligible which songs, by database key, may be between the two
     */
    static List<ScoredSong> path(
            RankingSnapshot snapshot, CosineSimilarity similarity, int from, int to, int steps, IntPredicate eligible) {
        List<Integer> way = path(snapshot, similarity, from, to, steps, Owned.ANY, eligible);
        return scored(similarity, way);
    }

    private static List<Integer> path(
            RankingSnapshot snapshot,
            CosineSimilarity similarity,
            int from,
            int to,
            int steps,
            Owned owned,
            IntPredicate eligible) {
        float[] start = similarity.song(from);
        float[] end = similarity.song(to);
        Set<Integer> taken = new HashSet<>();
        taken.add(snapshot.songs().recordingOf(from));
        taken.add(snapshot.songs().recordingOf(to));
        DemoContent demo = snapshot.songs().demo();
        boolean isOfDemo = demo.isSong(from) && demo.isSong(to);
        IntPredicate open = isOfDemo ? eligible : eligible.and(song -> !demo.isSong(song));
        List<Integer> way = new ArrayList<>(List.of(from));
        for (int step = 1; step < steps; step++) {
            float[] point = between(start, end, (double) step / steps);
            IntPredicate untaken =
                    open.and(song -> !taken.contains(snapshot.songs().recordingOf(song)));
            for (ScoredSong next : nearest(snapshot, point, 1, untaken, owned)) {
                taken.add(snapshot.songs().recordingOf(next.songId()));
                way.add(next.songId());
            }
        }
        way.add(to);
        return way;
    }

    private static List<ScoredSong> scored(CosineSimilarity similarity, List<Integer> way) {
        List<ScoredSong> scored = new ArrayList<>();
        float[] before = similarity.song(way.get(0));
        for (int songId : way) {
            float[] here = similarity.song(songId);
            scored.add(new ScoredSong(songId, (float) Vectors.dot(before, here)));
            before = here;
        }
        return scored;
    }

    // Spherical interpolation (Shoemake, SIGGRAPH 1985): equal steps are equal angles. Opposite ends have no arc;
    // straight on.
    private static float[] between(float[] start, float[] end, double part) {
        double angle = StrictMath.acos(Math.max(-1, Math.min(1, Vectors.dot(start, end))));
        double sine = StrictMath.sin(angle);
        double a = sine < 1e-6 ? 1 - part : StrictMath.sin((1 - part) * angle) / sine;
        double b = sine < 1e-6 ? part : StrictMath.sin(part * angle) / sine;
        float[] point = new float[start.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = (float) (a * start[k] + b * end[k]);
        }
        Vectors.normalize(point);
        return point;
    }

    private static SimilarItems similar(RankingSnapshot snapshot, List<ScoredSong> items) {
        return new SimilarItems(snapshot.version(), items, null, snapshot.owned());
    }

    private static SimilarItems nothing(RankingSnapshot snapshot, RankingPhrase unknown) {
        return new SimilarItems(
                snapshot.version(),
                List.of(),
                snapshot.factors() == null ? RankingPhrase.NO_MODEL_YET.with() : unknown.with(),
                snapshot.owned());
    }
}
