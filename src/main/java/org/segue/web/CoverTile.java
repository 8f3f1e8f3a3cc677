package org.segue.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.segue.catalog.Song;

/** A picture in the place of a cover, made of names: a color and initials; in templates {@code tile:}. */
@TemplateExtension(namespace = "tile")
public final class CoverTile {

    /** So many colors has the stylesheet, as classes {@code tile-0} and on. */
    static final int COLORS = 12;

    private static final int MAX_INITIALS = 2;

    private static final Pattern START_OF_WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’.])[\\p{L}\\p{N}]");

    private CoverTile() {}

    /** Number of a song's color, always the same for the same song. */
    public static int color(Song song) {
        String album = song.album();
        return colorOf(song.artist() + '\n' + (album == null ? song.title() : album));
    }

    /** Number of a name's color. */
    public static int colorOf(String name) {
        return Math.floorMod(name.hashCode() * 31, COLORS);
    }

    /** Initials of a song's artist, of its title if none is known. */
    public static String initials(Song song) {
        return initialsOf(song.artist().isBlank() ? song.title() : song.artist());
    }

    /** Initials of a name: of its first two words; its first sign if there are no letters. */
    public static String initialsOf(String name) {
        String initials = START_OF_WORD
                .matcher(name)
                .results()
                .map(MatchResult::group)
                .limit(MAX_INITIALS)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
        return initials.isEmpty() ? firstSign(name.strip()) : initials;
    }

    private static String firstSign(String name) {
        return name.codePoints().limit(1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
