package org.segue.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The artist who is credited first, where sources join artists differently: one says "A & B", another "A, B", a third "A". Two
 * songs of one title and one first artist are two recordings, or one, by themselves; played by one person at one time, they are
 * one.
 */
public final class FirstCredit {

    private static final Pattern JOINED = Pattern.compile(
            "\\s*[,;/&+×]\\s*|\\s+(?:and|x|with|vs\\.?|feat\\.?|ft\\.?|featuring|und|et|y|e|och|og)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FirstCredit() {}

    /** Key of a song by its title and its first artist; null of a song of which either is unknown. */
    public static @Nullable String key(@Nullable String artist, @Nullable String title) {
        return artist == null || artist.isBlank() || title == null || title.isBlank()
                ? null
                : RecordingKey.of(first(artist), title);
    }

    private static String first(String artist) {
        for (String name : JOINED.split(artist, 3)) {
            if (!name.isBlank()) {
                return name;
            }
        }
        return artist;
    }
}
