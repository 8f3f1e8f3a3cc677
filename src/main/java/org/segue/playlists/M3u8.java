package org.segue.playlists;

import java.util.Locale;

/**
 * Lists as extended M3U in UTF-8. Segue has no files: an entry is the path {@code ./Artist - Title}, to be matched by name or
 * put in the place of by those who know where the file is. Each takes one line, and none is a comment, whatever its title
 * holds.
 */
final class M3u8 {

    private static final int MILLIS = 1000;
    private static final int UNKNOWN_SECONDS = -1;

    private M3u8() {}

    static String of(PlaylistDocument list) {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        text.append("#PLAYLIST:").append(line(list.title())).append('\n');
        for (Track track : list.tracks()) {
            text.append(String.format(Locale.ROOT, "#EXTINF:%d,", seconds(track)))
                    .append(line(track.name()))
                    .append("\n./")
                    .append(path(track.name()))
                    .append('\n');
        }
        return text.toString();
    }

    private static int seconds(Track track) {
        return track.durationMs() == null ? UNKNOWN_SECONDS : Math.round((float) track.durationMs() / MILLIS);
    }

    // Line and paragraph separators end a line for some readers too.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ").strip();
    }

    private static String path(String name) {
        return line(name).replaceAll("[/\\\\:*?\"<>|]", "_");
    }
}
