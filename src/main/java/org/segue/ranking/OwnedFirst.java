package org.segue.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts songs that are owned before others that fit nearly as well: one that is owned counts as if it scored a tenth more,
 *
 * <pre>
 * s + |s| / 10
 * </pre>
 *
 * A part of the song's own score, because scores of one answer span several orders of magnitude: a part of the best one would put every
 * owned song before all others towards the end of a long list. So the order among owned songs stays, as does that among the others, and
 * a song that fits a tenth better than an owned one is before it. The choice is by hand, not measured.
 *
 * <p>Exact: the best of a ranking are among the best owned ones and the best others. Answers keep the scores of the ranking. For one answer and one
 * thread.
 */
final class OwnedFirst {

    /** How much more an owned song counts. */
    static final double BONUS = 0.1;

    private final @Nullable IntPredicate owned;
    private final Map<Integer, ScoredSong> plain = new HashMap<>();

    /**
     * An order.
     *
     * @param owned whether a song is, null if it makes no difference
     */
    OwnedFirst(@Nullable IntPredicate owned) {
        this.owned = owned;
    }

    /** The ranking in this order, with scores as they count in it. */
    ArtistCap.Source of(ArtistCap.Source ranking) {
        return of(ranking, songId -> false);
    }

    /**
     * The same.
     *
     * @param isLast which songs come after all others, as they do in the ranking
     */
    ArtistCap.Source of(ArtistCap.Source ranking, IntPredicate isLast) {
        IntPredicate first = owned;
        return first == null ? ranking : (n, eligible) -> merged(ranking, first, isLast, n, eligible);
    }

    private record Counted(ScoredSong song, double score, boolean isLast) {}

    private static final Comparator<Counted> ORDER = Comparator.comparing(Counted::isLast)
            .thenComparing(Comparator.comparingDouble(Counted::score).reversed())
            .thenComparingInt(counted -> counted.song().songId());

    private List<ScoredSong> merged(
            ArtistCap.Source ranking, IntPredicate first, IntPredicate isLast, int n, IntPredicate eligible) {
        List<Counted> all = new ArrayList<>();
        ranking.top(n, eligible.and(first)).forEach(song -> all.add(counted(song, BONUS, isLast)));
        ranking.top(n, eligible.and(first.negate())).forEach(song -> all.add(counted(song, 0, isLast)));
        all.sort(ORDER);
        return all.stream().limit(n).map(this::raised).toList();
    }

    private static Counted counted(ScoredSong song, double bonus, IntPredicate isLast) {
        return new Counted(song, song.score() + bonus * Math.abs(song.score()), isLast.test(song.songId()));
    }

    private ScoredSong raised(Counted counted) {
        plain.put(counted.song().songId(), counted.song());
        return new ScoredSong(counted.song().songId(), (float) counted.score());
    }

    /** Songs of it with the scores of the ranking. */
    List<ScoredSong> plain(List<ScoredSong> songs) {
        return plain.isEmpty() ? songs : songs.stream().map(this::plain).toList();
    }

    /** A song of it with the score of the ranking. */
    ScoredSong plain(ScoredSong song) {
        return plain.getOrDefault(song.songId(), song);
    }
}
