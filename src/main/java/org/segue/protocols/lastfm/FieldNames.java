package org.segue.protocols.lastfm;

/**
 * How a protocol calls what it tells of a play.
 *
 * @param artist of the song
 * @param track title of the song
 * @param album it was played from
 * @param albumArtist of that; empty if the protocol has no word for it
 * @param timestamp when it began
 * @param mbid what MusicBrainz calls the recording
 * @param duration its length in seconds
 * @param rating what the listener says of it; empty if the protocol has no word for it
 */
record FieldNames(
        String artist,
        String track,
        String album,
        String albumArtist,
        String timestamp,
        String mbid,
        String duration,
        String rating) {

    /** Of 2.0. */
    static final FieldNames LAST_FM =
            new FieldNames("artist", "track", "album", "albumArtist", "timestamp", "mbid", "duration", "");

    /** Of Audioscrobbler 1.2. */
    static final FieldNames AUDIOSCROBBLER = new FieldNames("a", "t", "b", "", "i", "m", "l", "r");
}
