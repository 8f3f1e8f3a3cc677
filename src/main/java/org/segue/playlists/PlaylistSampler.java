package org.segue.playlists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.segue.ranking.RecommendedSong;

/**
 * Draws the songs of a list from a ranking, so that the next list of the same ranking is another one. Songs come in an order
 * in which better ones tend to be earlier: song r of the ranking, the first being 0, has the weight
 *
 * <pre>
 * w = 1 / (1 + r / {@value #MAX})
 * </pre>
 *
 * and gets the key −ln(u) / w with a uniform u; the least keys come first, which draws without replacement in proportion to
 * the weights (Efraimidis and Spirakis, Information Processing Letters 97, 2006). The same seed draws the same.
 *
 * <p>Songs that earlier lists had are sampled only where there would be fewer than {@value #MIN} without them, and more than
 * {@value #PER_ARTIST} of an artist only then too.
 */
final class PlaylistSampler {

    /** A list is not longer. */
    static final int MAX = 50;

    /** A list is not shorter, if enough is known. */
    static final int MIN = 25;

    private static final int PER_ARTIST = 2;

    private final List<RecommendedSong> sampled = new ArrayList<>();
    private final Set<String> songs = new HashSet<>();
    private final Map<String, Integer> artists = new HashMap<>();

    private PlaylistSampler() {}

    /**
     * Draws songs.
     *
     * @param ranking best first
     * @param earlier public ids of songs that earlier lists had
     * @param n the most songs to draw
     * @param seed of the random choice
     */
    static List<RecommendedSong> from(List<RecommendedSong> ranking, Set<String> earlier, int n, long seed) {
        List<RecommendedSong> shuffled = shuffled(ranking, seed);
        List<RecommendedSong> fresh = shuffled.stream()
                .filter(song -> !earlier.contains(song.song().publicId()))
                .toList();
        PlaylistSampler sampler = new PlaylistSampler();
        sampler.take(fresh, n, PER_ARTIST);
        int minimum = Math.min(n, MIN);
        sampler.take(shuffled, minimum, PER_ARTIST);
        for (int perArtist = 2 * PER_ARTIST; perArtist < 2 * MAX; perArtist *= 2) {
            sampler.take(shuffled, minimum, perArtist);
        }
        return sampler.sampled;
    }

    private void take(List<RecommendedSong> candidates, int n, int perArtist) {
        for (RecommendedSong song : candidates) {
            String artist = song.song().artistPublicId();
            boolean isFull = artist != null && artists.getOrDefault(artist, 0) >= perArtist;
            if (sampled.size() < n && !isFull && songs.add(song.song().publicId())) {
                sampled.add(song);
                artists.merge(artist == null ? "" : artist, 1, Integer::sum);
            }
        }
    }

    private record Keyed(RecommendedSong song, double key) {}

    private static List<RecommendedSong> shuffled(List<RecommendedSong> ranking, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Keyed> keyed = new ArrayList<>();
        for (RecommendedSong song : ranking) {
            double inverseWeight = 1 + (double) keyed.size() / MAX;
            keyed.add(new Keyed(song, -Math.log(1 - random.nextDouble()) * inverseWeight));
        }
        keyed.sort((a, b) -> Double.compare(a.key(), b.key()));
        return keyed.stream().map(Keyed::song).toList();
    }
}
