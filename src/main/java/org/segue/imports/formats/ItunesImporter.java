package org.segue.imports.formats;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.SkipPhrase;
import org.segue.imports.formats.ExternalFeedback.Target;

/**
 * {@code Library.xml} of iTunes and of Music on a Mac, a property list: of each track that is a song its play count, and a love or
 * a dislike. When it was played is told of the last time only, so that its plays are counts, no listens.
 */
final class ItunesImporter implements HistoryImporter {

    static final String UNPLAYED = SkipPhrase.UNPLAYED.english();
    static final String NO_SONG = SkipPhrase.NO_SONG.english();

    private static final String TRUE = "true";

    private static final Format FORMAT = new Format(
            "itunes",
            "itunes",
            Signature.start(head -> head.lines().stream().limit(10).anyMatch(line -> line.contains("<plist"))));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        String user = Fields.user(file, options);
        PropertyList.readTracks(file, sink, track -> read(track, user, sink));
        sink.note(ImportPhrase.UNDATED_COUNTS.with(file.name()));
    }

    private static void read(Map<String, String> track, String user, RowSink sink) throws BadRowException {
        if (isOther(track)) {
            sink.skipped(NO_SONG);
            return;
        }
        ExternalSong song = Fields.song(track.get("Artist"), track.get("Name"), track.get("Album"))
                .with(null, null, Fields.duration(track.get("Total Time"), 1));
        Verdict verdict = verdict(track);
        String plays = track.get("Play Count");
        if (plays != null && !plays.strip().equals("0")) {
            sink.interaction(user, song, Fields.plays("Play Count", plays));
        } else if (verdict == null) {
            sink.skipped(UNPLAYED);
        }
        if (verdict != null) {
            sink.feedback(new ExternalFeedback(user, Target.song(song), verdict, judgedAt(track), null));
        }
    }

    private static boolean isOther(Map<String, String> track) {
        String kind = track.getOrDefault("Kind", "");
        return TRUE.equals(track.get("Podcast"))
                || TRUE.equals(track.get("Has Video"))
                || TRUE.equals(track.get("Movie"))
                || TRUE.equals(track.get("TV Show"))
                || track.getOrDefault("Genre", "").equals("Audiobook")
                || kind.contains("video");
    }

    private static @Nullable Verdict verdict(Map<String, String> track) {
        if (TRUE.equals(track.get("Loved")) || TRUE.equals(track.get("Favorited"))) {
            return Verdict.LOVE;
        }
        return TRUE.equals(track.get("Disliked")) ? Verdict.DISLIKE : null;
    }

    // The library does not say when; it was so at the latest of what it does tell.
    private static long judgedAt(Map<String, String> track) throws BadRowException {
        for (String date : new String[] {"Date Modified", "Play Date UTC", "Date Added"}) {
            if (track.get(date) != null) {
                return Fields.time(date, track.get(date));
            }
        }
        throw new BadRowException(RowPhrase.UNDATED_FEEDBACK.with());
    }
}
