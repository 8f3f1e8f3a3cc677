package org.segue.songmodel;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingKey;

/**
 * A song of a song model: a line of {@code songs.jsonl}.
 *
 * @param mbid MusicBrainz' id of the recording, in lower case
 * @param key the recording key of artist and title
 * @param title of the song
 * @param artist who is named as its artist
 * @param artistMbid MusicBrainz' id of the artist, in lower case
 * @param album it is on
 * @param lengthMs its length in milliseconds, positive
 * @param listeners how many play it, two digits
 */
public record ModelSong(
        @Nullable String mbid,
        String key,
        String title,
        String artist,
        @Nullable String artistMbid,
        @Nullable String album,
        @Nullable Long lengthMs,
        long listeners) {

    /** The order of songs in a song model: most listeners first, then by the key's code points. */
    public static final Comparator<ModelSong> ORDER = Comparator.comparingLong(ModelSong::listeners)
            .reversed()
            .thenComparing(ModelSong::key, ModelSong::compareCodePoints);

    /** Rounds the listeners. */
    public ModelSong {
        listeners = SongModelManifest.twoDigits(listeners);
    }

    /** A song of which nothing but names is known. */
    public static ModelSong of(@Nullable String mbid, String artist, String title, long listeners) {
        return new ModelSong(mbid, RecordingKey.of(artist, title), title, artist, null, null, null, listeners);
    }

    // As bytes of UTF-8 compare, which is how databases and Spark sort; surrogates would stand before U+E000.
    private static int compareCodePoints(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
