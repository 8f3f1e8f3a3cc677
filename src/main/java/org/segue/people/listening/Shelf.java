package org.segue.people.listening;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.segue.catalog.Artist;
import org.segue.catalog.CreditRepository.CreditedArtist;
import org.segue.catalog.SongTags;
import org.segue.people.listening.ListeningReport.Minutes;

/** Counted plays put where they belong: to artists and albums. Belongs to one thread. */
final class Shelf {

    /** Of a play of which nothing is known; the usual length of a song. */
    private static final long USUAL_MS = 210_000;

    private static final long MINUTE_MS = 60_000;

    private final PlayCounts counts;
    private final SongTags tags;
    private final Map<Integer, Artist> artists = new HashMap<>();
    private final Map<Integer, Integer> playsByArtist = new HashMap<>();
    private final Set<Integer> knownArtists = new HashSet<>();
    private final int[] playsByAlbum;
    private final int[] songByAlbum;

    /**
     * Sorts the plays.
     *
     * @param tags of all songs that were ever played up to the last of these days
     * @param credited artists by the name that songs are credited to
     */
    Shelf(PlayCounts counts, SongTags tags, Map<Integer, List<CreditedArtist>> credited) {
        this.counts = counts;
        this.tags = tags;
        playsByAlbum = new int[tags.albumNames().length];
        songByAlbum = new int[playsByAlbum.length];
        BitSet before = counts.knownBefore();
        for (int k = 0; k < tags.songIds().length; k++) {
            int song = tags.songIds()[k];
            List<CreditedArtist> by = credited.getOrDefault(tags.artistIds()[k], List.of());
            if (before.get(song)) {
                by.forEach(one -> knownArtists.add(one.artist().id()));
            }
            put(song, k, by);
        }
    }

    private void put(int song, int k, List<CreditedArtist> by) {
        int plays = counts.playsOf(song);
        if (plays == 0) {
            return;
        }
        for (CreditedArtist one : by) {
            artists.put(one.artist().id(), one.artist());
            playsByArtist.merge(one.artist().id(), plays, Integer::sum);
        }
        int album = tags.albums()[k];
        playsByAlbum[album] += plays;
        if (songByAlbum[album] == 0 || plays > counts.playsOf(songByAlbum[album])) {
            songByAlbum[album] = song;
        }
    }

    PlayCounts counts() {
        return counts;
    }

    /** Number of artists who were played. */
    int artists() {
        return artists.size();
    }

    /** Number of these who had not been played before. */
    int newArtists() {
        return (int) artists.keySet().stream()
                .filter(artist -> !knownArtists.contains(artist))
                .count();
    }

    Minutes minutes() {
        long known = 0;
        int knownPlays = 0;
        for (int k = 0; k < tags.songIds().length; k++) {
            int plays = tags.lengthsMs()[k] == 0 ? 0 : counts.playsOf(tags.songIds()[k]);
            known += (long) plays * tags.lengthsMs()[k];
            knownPlays += plays;
        }
        long each = knownPlays == 0 ? USUAL_MS : known / knownPlays;
        long all = known + each * (counts.plays() - knownPlays);
        return new Minutes(all / MINUTE_MS, ListeningReports.percent(knownPlays, counts.plays()));
    }

    /** The artists who were played most. */
    List<ListeningReport.ArtistPlays> topArtists(int most) {
        return playsByArtist.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> new ListeningReport.ArtistPlays(
                        Objects.requireNonNull(artists.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** Numbers of the albums that were played most. */
    List<Integer> topAlbums(int most) {
        return IntStream.range(1, playsByAlbum.length)
                .boxed()
                .filter(album -> playsByAlbum[album] > 0)
                .sorted(Comparator.comparingInt((Integer album) -> -playsByAlbum[album]))
                .limit(most)
                .toList();
    }

    /** Keys of the songs that were played most. */
    List<Integer> topSongs(int most) {
        return Arrays.stream(counts.songs())
                .boxed()
                .sorted(Comparator.comparingInt((Integer song) -> -counts.playsOf(song)))
                .limit(most)
                .toList();
    }

    String albumName(int album) {
        return tags.albumNames()[album];
    }

    int songOfAlbum(int album) {
        return songByAlbum[album];
    }

    int playsOfAlbum(int album) {
        return playsByAlbum[album];
    }
}
