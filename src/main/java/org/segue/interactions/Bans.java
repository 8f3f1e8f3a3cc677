package org.segue.interactions;

import java.util.Arrays;
import org.segue.catalog.SongStats;

/**
 * Songs and artists that a user does not want to be offered. Immutable by agreement, safe for any thread.
 *
 * @param songIds database keys, ascending
 * @param songsUntil epoch seconds at which each of them ends, {@link #FOREVER} for never
 * @param artistIds database keys, ascending
 * @param artistsUntil epoch seconds at which each of them ends, {@link #FOREVER} for never
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record Bans(int[] songIds, long[] songsUntil, int[] artistIds, long[] artistsUntil) {

    /** The end of what does not end. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** Nothing is banned. */
    public static final Bans NONE = new Bans(new int[0], new long[0], new int[0], new long[0]);

    /** Whether nothing is banned. */
    public boolean isEmpty() {
        return songIds.length + artistIds.length == 0;
    }

    /**
     * Whether a song is banned, itself or by any of its artists.
     *
     * @param songId database key
     * @param songs whose songs are whose
     * @param now epoch seconds
     */
    public boolean exclude(int songId, SongStats songs, long now) {
        return isBanned(songIds, songsUntil, songId, now)
                || isBanned(artistIds, artistsUntil, songs.artistOf(songId), now)
                || songs.anyArtist(songId, artist -> isBanned(artistIds, artistsUntil, artist, now));
    }

    private static boolean isBanned(int[] keys, long[] until, int key, long now) {
        int place = Arrays.binarySearch(keys, key);
        return place >= 0 && until[place] > now;
    }
}
