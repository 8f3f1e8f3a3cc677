package org.segue.imports.formats;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose songs are, by their titles, as other files of an Apple export tell it: the one that tells when songs were heard hardly ever
 * names an artist. For one thread.
 */
final class AppleArtists {

    private static final String SEVERAL = "\t";
    private static final String DASH = " - ";

    /** So many names are kept: of the largest libraries all. */
    private static final int MAX_NAMES = 1_000_000;

    private final Map<String, String> artists = new HashMap<>();

    /** Takes a song of the library. */
    void tell(String title, @Nullable String album, String artist) {
        put(key(title, ""), artist);
        if (album != null) {
            put(key(title, album), artist);
        }
    }

    /**
     * Takes a song that was heard on a day, as "Artist - Title". Either may have a dash of its own: all ways to part them are
     * kept, of which the title tells the right one later.
     */
    void tell(String description, String day) {
        for (int dash = description.indexOf(DASH); dash > 0; dash = description.indexOf(DASH, dash + 1)) {
            String artist = description.substring(0, dash);
            String title = description.substring(dash + DASH.length());
            put(key(title, ""), artist);
            put(key(title, day), artist);
        }
    }

    private void put(String key, String artist) {
        if (artists.size() < MAX_NAMES) {
            artists.merge(key, artist, (one, other) -> one.equalsIgnoreCase(other) ? one : SEVERAL);
        }
    }

    /**
     * Whose a song is.
     *
     * @param day on which it was heard, as {@code 20240531}
     * @throws BadRowException if no file says so, or several artists have a song of the title
     */
    String of(String title, @Nullable String album, String day) throws BadRowException {
        String found = album == null ? null : artists.get(key(title, album));
        found = found == null || found.equals(SEVERAL) ? artists.getOrDefault(key(title, day), found) : found;
        found = found == null ? artists.get(key(title, "")) : found;
        if (found == null) {
            throw new BadRowException(RowPhrase.APPLE_ARTIST.with(Fields.shown(title)));
        }
        if (found.equals(SEVERAL)) {
            throw new BadRowException(RowPhrase.SEVERAL_ARTISTS.with(Fields.shown(title)));
        }
        return found;
    }

    private static String key(String title, String besides) {
        return (title.strip() + '\t' + besides.strip()).toLowerCase(Locale.ROOT);
    }
}
