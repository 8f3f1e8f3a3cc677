package org.segue.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.Track;

/**
 * A list for players of files, as extended M3U in UTF-8: each entry is where a library has the song. What cannot be said in a line, or is not in
 * the folder, is left out, and the last line says how many songs that were.
 *
 * @param library where the files are
 * @param isReal whether the library's server tells real paths
 * @param text the file; empty if the paths are not real
 */
public record FileList(String library, boolean isReal, String text) {

    private static final String HOW =
            "%s does not tell where its files are: the paths that it sends are made up of titles. In Navidrome, sign in as administrator, open"
                    + " Settings, Players, the player Segue, switch on Report Real Path, and sync again. Or say in which folder the files are,"
                    + " if Segue can read it.";

    private static final int MILLIS = 1000;
    private static final int UNKNOWN_SECONDS = -1;

    /** One of a library whose server makes paths up. */
    static FileList madeUp(String library) {
        return new FileList(library, false, "");
    }

    /**
     * A list.
     *
     * @param paths what the server says where songs are, by key
     * @param folder what the paths are to be relative to, null for as they are
     */
    static FileList of(
            String library, PlaylistDocument list, Map<Integer, List<String>> paths, @Nullable String folder) {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        text.append("#PLAYLIST:").append(line(list.title())).append('\n');
        int left = 0;
        for (Track track : list.tracks()) {
            Optional<String> entry = entry(paths.getOrDefault(track.song().id(), List.of()), folder);
            entry.ifPresent(path -> append(track, path, text));
            left += entry.isEmpty() ? 1 : 0;
        }
        if (left > 0) {
            text.append(String.format(
                    Locale.ROOT, "# Left out, because %s has no file of them there: %d\n", line(library), left));
        }
        return new FileList(library, true, text.toString());
    }

    private static void append(Track track, String path, StringBuilder text) {
        Integer lengthMs = track.durationMs();
        int seconds = lengthMs == null ? UNKNOWN_SECONDS : Math.round((float) lengthMs / MILLIS);
        String artist = track.song().artist();
        text.append(String.format(Locale.ROOT, "#EXTINF:%d,", seconds))
                .append(line(
                        artist.isEmpty()
                                ? track.song().title()
                                : artist + " - " + track.song().title()))
                .append('\n')
                .append(path)
                .append('\n');
    }

    private static Optional<String> entry(List<String> paths, @Nullable String folder) {
        return paths.stream()
                .map(path -> FilePath.in(path, folder))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What to do for the server to tell real paths, in a sentence. */
    public String howToTellPaths() {
        return HOW.formatted(library);
    }

    // Line and paragraph separators end a line for some readers too.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ").strip();
    }
}
