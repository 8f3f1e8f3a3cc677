package org.segue.library;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells albums that are live, compilations or mixes from those on which songs came out first. */
public final class SecondaryAlbums {

    /** MusicBrainz' secondary types, as taggers write them, of albums that repeat songs of others. */
    private static final Set<String> TYPES = Set.of("live", "compilation", "dj-mix", "mixtape/street", "remix", "demo");

    private static final Set<String> OF_MANY = Set.of("various artists", "various", "va");

    private static final Pattern NAMES = Pattern.compile(
            "[(\\[]live\\b|\\blive (at|in|from|on)\\b|\\bunplugged\\b|\\bgreatest hits\\b|\\b(very )?best of\\b|\\banthology\\b",
            Pattern.CASE_INSENSITIVE);

    private SecondaryAlbums() {}

    /** Whether its name says so. */
    public static boolean isByName(String name) {
        return NAMES.matcher(name).find();
    }

    /** Whether it is by too many to be anybody's own. */
    public static boolean isByArtist(@Nullable String albumArtist) {
        return albumArtist != null && OF_MANY.contains(albumArtist.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether its types say so. */
    public static boolean isByType(Collection<String> types) {
        return types.stream().anyMatch(type -> TYPES.contains(type.strip().toLowerCase(Locale.ROOT)));
    }
}
