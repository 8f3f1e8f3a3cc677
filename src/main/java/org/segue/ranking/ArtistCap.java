package org.segue.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.segue.catalog.SongStats;

/**
 * Goes down a ranking and takes each song unless its recording was taken before, or its artist has as many songs in the
 * answer as are wanted. Exact: the same as going down the whole ranking, though only its top is ever made. When the top held
 * songs that were passed over, the next best are asked for without the artists and recordings that are closed by then; they
 * would have been passed over too. For one answer and one thread.
 */
final class ArtistCap {

    /** A ranking that can be asked for its best songs. */
    @FunctionalInterface
    interface Source {

        /** The best songs of those that are eligible, best first. */
        List<ScoredSong> top(int n, IntPredicate eligible);
    }

    private final SongStats songs;
    private final int maxPerArtist;
    private final Set<Integer> recordings = new HashSet<>();
    private final Map<Integer, Integer> artists = new HashMap<>();
    private final List<ScoredSong> taken = new ArrayList<>();

    private ArtistCap(SongStats songs, int maxPerArtist) {
        this.songs = songs;
        this.maxPerArtist = maxPerArtist;
    }

    /**
     * The best songs.
     *
     * @param ranking where they come from
     * @param n the most songs to take, positive
     * @param maxPerArtist the most songs of one artist, 0 for any number; songs without an artist are not counted
     * @param songs recordings and artists
     */
    static List<ScoredSong> take(Source ranking, int n, int maxPerArtist, SongStats songs) {
        ArtistCap once = new ArtistCap(songs, maxPerArtist);
        // With a cap some are passed over as a rule: twice as many spare a second turn mostly.
        int asked = maxPerArtist == 0 ? n : 2 * n;
        List<ScoredSong> next;
        do {
            next = ranking.top(asked, once::isOpen);
            once.takeFrom(next, n);
        } while (next.size() == asked && once.taken.size() < n);
        return List.copyOf(once.taken);
    }

    private void takeFrom(List<ScoredSong> next, int n) {
        for (ScoredSong song : next) {
            if (taken.size() < n && isOpen(song.songId())) {
                taken.add(song);
                recordings.add(songs.recordingOf(song.songId()));
                songs.eachArtist(song.songId(), artist -> artists.merge(artist, 1, Integer::sum));
            }
        }
    }

    private boolean isOpen(int songId) {
        if (taken.isEmpty()) {
            return true;
        }
        boolean isFull =
                maxPerArtist > 0 && songs.anyArtist(songId, artist -> artists.getOrDefault(artist, 0) >= maxPerArtist);
        return !isFull && !recordings.contains(songs.recordingOf(songId));
    }
}
