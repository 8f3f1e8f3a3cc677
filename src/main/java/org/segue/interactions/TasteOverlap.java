package org.segue.interactions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.Favorites.PlayedArtist;

/**
 * How much two users play the same artists: the cosine of the square roots of their plays by artist, from 0 to 1. Roots keep the one
 * artist whom somebody plays all day from deciding alone.
 *
 * <pre>
 * Σ √(aᵢ bᵢ) / √(Σ aᵢ · Σ bᵢ)
 * </pre>
 *
 * which is the coefficient of Bhattacharyya (Bulletin of the Calcutta Mathematical Society 35, 1943).
 *
 * @param cosine of both
 * @param shared artists whom both play, those who add most first
 */
public record TasteOverlap(double cosine, List<PlayedArtist> shared) {

    /** Of whom fewer plays are known nothing is said. */
    static final int MIN_PLAYS = 30;

    /** Of whom fewer artists are known nothing is said. */
    static final int MIN_ARTISTS = 5;

    /** Copies the list. */
    public TasteOverlap {
        shared = List.copyOf(shared);
    }

    /** Whether enough is known of a user to be compared with others. */
    public static boolean isEnough(List<PlayedArtist> artists) {
        return artists.size() >= MIN_ARTISTS && plays(artists) >= MIN_PLAYS;
    }

    /** Of the artists of two users. */
    public static TasteOverlap of(List<PlayedArtist> one, List<PlayedArtist> other) {
        Map<String, PlayedArtist> others = new HashMap<>();
        other.forEach(artist -> others.put(artist.id(), artist));
        double both = 0;
        for (PlayedArtist artist : one) {
            both += root(artist, others.get(artist.id()));
        }
        double lengths = Math.sqrt((double) plays(one) * plays(other));
        return new TasteOverlap(
                lengths == 0 ? 0 : both / lengths,
                one.stream()
                        .filter(artist -> others.containsKey(artist.id()))
                        .sorted(Comparator.comparingDouble(
                                        (PlayedArtist artist) -> root(artist, others.get(artist.id())))
                                .reversed())
                        .toList());
    }

    private static double root(PlayedArtist artist, @Nullable PlayedArtist other) {
        return other == null ? 0 : Math.sqrt((double) artist.plays() * other.plays());
    }

    private static long plays(List<PlayedArtist> artists) {
        return artists.stream().mapToLong(PlayedArtist::plays).sum();
    }
}
