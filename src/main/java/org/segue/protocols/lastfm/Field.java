package org.segue.protocols.lastfm;

/** What players tell of a play, and how each protocol calls it. */
enum Field {
    /** Artist of the song. */
    ARTIST("artist", "a"),
    /** Title of the song. */
    TRACK("track", "t"),
    /** The album it was played from. */
    ALBUM("album", "b"),
    /** Artist of that. */
    ALBUM_ARTIST("albumArtist", ""),
    /** Number of the song on that. */
    TRACK_NUMBER("trackNumber", "n"),
    /** When it began. */
    TIMESTAMP("timestamp", "i"),
    /** Its length in seconds. */
    DURATION("duration", "l"),
    /** What MusicBrainz calls the recording. */
    MBID("mbid", "m"),
    /** Whether the listener chose it. */
    CHOSEN_BY_USER("chosenByUser", ""),
    /** What the listener says of it. */
    RATING("", "r");

    private final String lastFm;
    private final String audioscrobbler;

    Field(String lastFm, String audioscrobbler) {
        this.lastFm = lastFm;
        this.audioscrobbler = audioscrobbler;
    }

    /** Its name in 2.0, empty if it has none. */
    String lastFm() {
        return lastFm;
    }

    /** Its name in Audioscrobbler 1.2, empty if it has none. */
    String audioscrobbler() {
        return audioscrobbler;
    }
}
