package org.segue.imports.formats;

import java.io.IOException;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.SkipPhrase;

/**
 * {@code Apple Music Library Tracks.json}, in a zip of its own inside Apple's: an array of {@code {Title, Artist, Album, …}}. It has
 * the artists of what {@link AppleMusicImporter} reads; alone, the plays that Apple has counted.
 */
final class AppleLibraryImporter implements HistoryImporter {

    static final String UNPLAYED = SkipPhrase.UNPLAYED.english();

    private static final Format FORMAT =
            new Format(AppleMusicImporter.APPLE, AppleMusicImporter.APPLE, Signature.json("Title", "Artist"));

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean isReadFirst() {
        return true;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        AppleArtists artists = file.companions().told(AppleArtists.class, AppleArtists::new);
        boolean hasPlays = file.companions().expects(AppleMusicImporter.class)
                || file.companions().expects(AppleDailyTracksImporter.class);
        String user = hasPlays ? "" : Fields.user(file, options);
        JsonEntries.readArray(file, sink, track -> {
            String title = Fields.text(track.text("Title"));
            String artist = Fields.text(track.text("Artist"));
            if (title != null && artist != null) {
                artists.tell(title, Fields.text(track.text("Album")), artist);
            }
            if (!hasPlays) {
                read(track, user, sink);
            }
        });
        if (hasPlays) {
            sink.note(ImportPhrase.ONLY_ARTISTS.with(file.name()));
        }
    }

    private static void read(JsonEntry track, String user, RowSink sink) throws BadRowException {
        ExternalSong song = Fields.song(track.text("Artist"), track.text("Title"), track.text("Album"))
                .with(null, null, Fields.duration(track.text("Track Duration"), 1));
        String plays = track.text("Track Play Count");
        if (plays == null || plays.equals("0")) {
            sink.skipped(UNPLAYED);
        } else {
            sink.interaction(user, song, Fields.plays("Track Play Count", plays));
        }
    }
}
