package org.segue.interactions;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segue.catalog.Catalog;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.CreditRepository.CreditedArtist;
import org.segue.catalog.Song;

/** What somebody has played most. Waits for the catalog: not for an event loop. */
@Singleton
public class Favorites {

    private final Catalog catalog;
    private final CreditRepository credits;

    Favorites(Catalog catalog, CreditRepository credits) {
        this.catalog = catalog;
        this.credits = credits;
    }

    /**
     * An artist whom a user plays.
     *
     * @param id public id
     * @param name as it was first seen
     * @param plays of all the artist's songs
     */
    public record PlayedArtist(String id, String name, long plays) {
        private PlayedArtist plus(PlayedArtist more) {
            return new PlayedArtist(id, name, plays + more.plays);
        }
    }

    /**
     * A song that a user plays.
     *
     * @param song the song
     * @param plays of it
     */
    public record PlayedSong(Song song, long plays) {}

    /**
     * The artists of most plays, most first.
     *
     * @param heard in plays
     * @param most how many, at most
     */
    public List<PlayedArtist> artists(UserHistory heard, int most) {
        Map<Integer, Song> songs = songs(Arrays.stream(heard.songIds()));
        Map<Integer, List<CreditedArtist>> credited =
                credits.artistsOf(songs.values().stream().map(Song::artistId).collect(Collectors.toSet()));
        Map<Integer, PlayedArtist> artists = new TreeMap<>();
        for (int k = 0; k < heard.size(); k++) {
            Song song = songs.get(heard.songIds()[k]);
            for (CreditedArtist one : song == null ? List.<CreditedArtist>of() : artists(song, credited)) {
                PlayedArtist played =
                        new PlayedArtist(one.artist().publicId(), one.artist().name(), plays(heard, k));
                artists.merge(one.artist().id(), played, PlayedArtist::plus);
            }
        }
        return artists.values().stream()
                .sorted(Comparator.comparingLong(PlayedArtist::plays).reversed())
                .limit(most)
                .toList();
    }

    private static List<CreditedArtist> artists(Song song, Map<Integer, List<CreditedArtist>> credited) {
        return credited.getOrDefault(song.artistId(), List.of());
    }

    /**
     * The songs of most plays, most first.
     *
     * @param heard in plays
     * @param most how many, at most
     */
    public List<PlayedSong> songs(UserHistory heard, int most) {
        List<Integer> places = IntStream.range(0, heard.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> heard.values()[k])
                        .reversed())
                .limit(most)
                .toList();
        Map<Integer, Song> songs = songs(places.stream().mapToInt(k -> heard.songIds()[k]));
        List<PlayedSong> played = new ArrayList<>();
        for (int k : places) {
            Song song = songs.get(heard.songIds()[k]);
            if (song != null) {
                played.add(new PlayedSong(song, plays(heard, k)));
            }
        }
        return played;
    }

    private Map<Integer, Song> songs(IntStream ids) {
        return catalog.songs(ids.boxed().toList()).join();
    }

    private static long plays(UserHistory heard, int place) {
        return Math.round(heard.values()[place]);
    }
}
