package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a history calls a song: a reference, its MusicBrainz id, or artist and title. One of the three is given.
 *
 * @param song a public id, or what a source calls it
 * @param mbid its recording at MusicBrainz, in lower case
 * @param artist who plays it
 * @param title what it is called
 */
public record SongName(
        @Nullable Ref song,
        @Nullable String mbid,
        @Nullable String artist,
        @Nullable String title) {

    /** In one word, for a reader. */
    public String text() {
        if (song != null) {
            return song.text();
        }
        return mbid == null ? artist + " – " + title : mbid;
    }
}
