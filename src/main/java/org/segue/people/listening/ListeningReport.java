package org.segue.people.listening;

import java.time.LocalDate;
import java.util.List;
import org.segue.catalog.Artist;
import org.segue.catalog.Song;

/**
 * What somebody's listening comes to in some days. Of plays with a time alone; those that are only counted have no day.
 *
 * @param period how much time it is
 * @param first the first day
 * @param end the day after the last
 * @param totals in numbers
 * @param top what was played most
 * @param days plays by day, the first day first
 */
public record ListeningReport(
        Period period, LocalDate first, LocalDate end, Totals totals, Top top, List<Integer> days) {

    /**
     * Numbers of some days.
     *
     * @param plays with a time, without skips
     * @param playsBefore in as many days of the period before, as far as this one has come; 0 for {@link Period#ALL}
     * @param artists that were played
     * @param newArtists of these that had not been played before; all of them where the first month of listening is part of it
     * @param songs that were played
     * @param discoveries songs that were played for the first time of all, from the second month of listening on
     * @param discoveryPercent how many of a hundred plays were of them
     * @param time how long all that lasted
     */
    public record Totals(
            int plays,
            int playsBefore,
            int artists,
            int newArtists,
            int songs,
            int discoveries,
            int discoveryPercent,
            Minutes time) {}

    /**
     * How long plays lasted.
     *
     * @param minutes of all, whole songs
     * @param percentKnown of how many of a hundred plays the length is known; the others are taken to be as long as these in the
     *     mean, or three and a half minutes where none is known
     */
    public record Minutes(long minutes, int percentKnown) {}

    /**
     * What was played most, the most first; what was played as often is in the order of its keys.
     *
     * @param artists each of those who are credited together
     * @param songs as they are called here
     * @param albums of the songs, as they are called here
     */
    public record Top(List<ArtistPlays> artists, List<SongPlays> songs, List<AlbumPlays> albums) {}

    /** An artist and how often songs of that artist were played. */
    public record ArtistPlays(Artist artist, int plays) {}

    /** A song and how often it was played. */
    public record SongPlays(Song song, int plays) {}

    /**
     * An album and how often songs of it were played.
     *
     * @param song the song of it that was played most: its artist is the album's
     */
    public record AlbumPlays(String name, Song song, int plays) {}

    /** Copies the list. */
    public ListeningReport {
        days = List.copyOf(days);
    }

    /** The longest row of days with plays. */
    public Streak streak() {
        return Streak.longest(days.stream().mapToInt(Integer::intValue).toArray(), first);
    }
}
