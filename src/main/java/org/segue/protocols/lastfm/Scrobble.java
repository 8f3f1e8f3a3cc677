package org.segue.protocols.lastfm;

import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;

/**
 * A play, or what plays now, as a player tells it.
 *
 * @param names what it is called
 * @param timestamp its start as it was sent, empty if it was not
 * @param listenedAt the same in seconds since 1970, 0 if that is no time
 * @param mbid what MusicBrainz calls the recording, null if that was not sent
 * @param durationSeconds its length, 0 if that was not sent
 * @param rating what the listener says of it, in Audioscrobbler's letters; empty if nothing
 * @param ignored why it is not kept
 */
record Scrobble(
        Names names,
        String timestamp,
        long listenedAt,
        @Nullable String mbid,
        int durationSeconds,
        String rating,
        Ignored ignored) {

    /**
     * What a play is called.
     *
     * @param artist of the song
     * @param track title of the song
     * @param album empty if it was not sent
     * @param albumArtist empty if it was not sent
     */
    record Names(Word artist, Word track, Word album, Word albumArtist) {}

    private static final int MILLIS = 1000;

    /** What was played. Only of one that is kept. */
    ExternalSong recording() {
        String album = names.album().text();
        return ExternalSong.named(names.artist().text(), names.track().text(), album.isEmpty() ? null : album)
                .with(
                        RecordingIds.mbid(mbid),
                        null,
                        durationSeconds == 0 ? null : Integer.valueOf(durationSeconds * MILLIS));
    }

    /** Whether the listener loves the song. */
    boolean isLoved() {
        return rating.equals("L");
    }

    /** Whether the listener would not hear it, or never again. */
    boolean isSkipped() {
        return rating.equals("S") || rating.equals("B");
    }

    boolean isKept() {
        return ignored == Ignored.NOT;
    }
}
