package org.segue.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the names of artists and titles without being part of them: guests, what a video or an edition is called,
 * the name of a channel. Works on text that {@link FoldedText#visible} has made.
 */
final class RecordingMarks {

    private static final String OPENING = "([{【";
    private static final String CLOSING = ")]}】";
    private static final String BRACKETS = "()\\[\\]{}【】";

    /** No guest list is longer, so that a name costs no more than its length. */
    private static final int MAX_GUESTS = 300;

    private static final int MAX_MARK = 120;

    private static final Pattern GUESTS = Pattern.compile(
            "(?<=[\\s" + BRACKETS + ",])(?:featuring|feat|ft)(?<dot>\\.\\s*|:\\s*|\\s+)(?!of\\s)[^\\s" + BRACKETS
                    + "][^" + BRACKETS + "]{0," + MAX_GUESTS + "}?(?=\\s[-–—]\\s|[" + BRACKETS + "]|$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GUESTS_ALONE =
            Pattern.compile("(?:(?:featuring|feat|ft)(?:\\.|:|\\s)|with\\s)\\s*\\S.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile(
            "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty"
                    + "|sixty|seventy|eighty|ninety|hundred|thousand",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VIDEO = Pattern.compile(
            "(?:(?:the|official|original|full|new|hd|hq|uhd|4k|1080p|music|lyrics?|audio|video|with)\\s+)*"
                    + "(?:official|audio|video|videoclip|clip|clip officiel|lyrics?|visuali[sz]er|m/?v|hd|hq|4k|1080p)"
                    + "(?:\\s+(?:video|version|clip|hd|hq|uhd|4k|1080p))*");

    private static final Pattern EDITION = Pattern.compile(
            "(?!.*\\b(?:live|remix|acoustic|demo|instrumental)\\b)(?:.{0,40}\\bre-?master(?:ed)?\\b.{0,40}"
                    + "|explicit(?: version)?|clean(?: version)?)");

    private static final Pattern VERSION_ALONE = Pattern.compile("live|remix|acoustic|demo|instrumental");

    private static final Pattern VERSION = Pattern.compile(
            "\\b(?:live|remix(?:ed)?|acoustic|demo|instrumental|mix|edit|version|unplugged|session|karaoke|a ?cappella"
                    + "|extended|rework|bootleg|mono|stereo|orchestral|stripped|sped up|slowed|alternate|outtake)\\b");

    private static final Pattern CHANNEL = Pattern.compile("\\s[-–—]\\s*Topic$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD_INSIDE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private RecordingMarks() {}

    /** An artist's name without guests and without what a video site adds to it. */
    static String withoutMarksOfArtist(String name) {
        String artist = withoutChannel(name);
        return withoutGuests(withoutBrackets(artist, RecordingMarks::isGuests), true);
    }

    // The channel of a company runs the words of a name together.
    private static String withoutChannel(String name) {
        String artist = CHANNEL.matcher(name).replaceFirst("");
        int end = artist.length() - "vevo".length();
        if (end <= 0 || !artist.regionMatches(true, end, "vevo", 0, "vevo".length())) {
            return artist;
        }
        String owner = artist.substring(0, end);
        boolean isRunTogether = owner.indexOf(' ') < 0;
        return isRunTogether ? WORD_INSIDE.matcher(owner).replaceAll(" ") : owner;
    }

    /** A title without guests, marks of a video and marks of an edition. */
    static String withoutMarksOfTitle(String title) {
        int bracket = firstBracket(title);
        String before = title.substring(0, bracket).strip().toLowerCase(Locale.ROOT);
        boolean isVersionAlone = VERSION_ALONE.matcher(before).matches();
        String bare =
                withoutBrackets(title, mark -> isGuests(mark) || isEdition(mark) || (!isVersionAlone && isVideo(mark)));
        return withoutGuests(withoutEnds(bare, RecordingMarks::isEdition), false);
    }

    /** A title without the marks of a version too: what is the same of a song, a live recording and a remix of it. */
    static String withoutVersion(String title) {
        return withoutEnds(withoutBrackets(title, RecordingMarks::isVersion), RecordingMarks::isVersion);
    }

    private static int firstBracket(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isGuests(String mark) {
        return GUESTS_ALONE.matcher(mark).matches();
    }

    private static boolean isVideo(String mark) {
        return mark.length() <= MAX_MARK
                && VIDEO.matcher(mark.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isEdition(String mark) {
        return mark.length() <= MAX_MARK
                && EDITION.matcher(mark.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isVersion(String mark) {
        return mark.length() <= MAX_MARK
                && VERSION.matcher(mark.toLowerCase(Locale.ROOT)).find();
    }

    /** A text without the brackets, at the outermost level, whose whole content is a mark. */
    private static String withoutBrackets(String text, Predicate<String> isMark) {
        if (firstBracket(text) == text.length()) {
            return text;
        }
        int[] ends = ends(text);
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = ends[i];
            if (end == 0) {
                kept.append(text.charAt(i++));
                continue;
            }
            if (isMark.test(text.substring(i + 1, end).strip())) {
                kept.append(' ');
            } else {
                kept.append(text, i, end + 1);
            }
            i = end + 1;
        }
        return kept.toString();
    }

    // By place of an opening bracket the place of the one that closes it; 0 elsewhere.
    private static int[] ends(String text) {
        int[] ends = new int[text.length()];
        int[] open = new int[text.length()];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open[depth++] = i;
            } else if (CLOSING.indexOf(c) >= 0 && depth > 0) {
                ends[open[--depth]] = i;
            }
        }
        return depth == 0 ? ends : outermost(ends, Arrays.copyOf(open, depth));
    }

    // What opens and never closes is a sign like others.
    private static int[] outermost(int[] ends, int[] unclosed) {
        for (int place : unclosed) {
            ends[place] = 0;
        }
        return ends;
    }

    /** A text without the parts behind its last dashes that are marks. */
    private static String withoutEnds(String text, Predicate<String> isMark) {
        String bare = text.stripTrailing();
        int dash = lastDash(bare);
        while (dash > 0 && isMark.test(bare.substring(dash + 2).strip())) {
            bare = bare.substring(0, dash).stripTrailing();
            dash = lastDash(bare);
        }
        return bare;
    }

    // The blank before it.
    private static int lastDash(String text) {
        for (int i = text.length() - 2; i > 0; i--) {
            if ("-–—".indexOf(text.charAt(i)) >= 0
                    && Character.isWhitespace(text.charAt(i - 1))
                    && Character.isWhitespace(text.charAt(i + 1))) {
                return i - 1;
            }
        }
        return -1;
    }

    private static String withoutGuests(String name, boolean isArtist) {
        Matcher guests = GUESTS.matcher(name);
        StringBuilder kept = new StringBuilder(name.length());
        int from = 0;
        while (guests.find()) {
            if (!isLength(name, guests, isArtist)) {
                kept.append(name, from, guests.start());
                from = guests.end();
            }
        }
        return from == 0 ? name : kept.append(name, from, name.length()).toString();
    }

    // "20 Ft Tall" has no guests, "Maroon 5 ft. Cardi B" has.
    private static boolean isLength(String name, Matcher guests, boolean isArtist) {
        if (name.charAt(guests.start() + 1) != 't' && name.charAt(guests.start() + 1) != 'T') {
            return false;
        }
        String before = name.substring(0, guests.start()).strip();
        String word = before.substring(before.lastIndexOf(' ') + 1);
        if (!NUMBER.matcher(word).matches()) {
            return false;
        }
        boolean isFirst = word.length() == before.length();
        boolean hasDot = guests.group("dot").startsWith(".");
        return isArtist ? isFirst && !hasDot : isFirst || !hasDot;
    }
}
