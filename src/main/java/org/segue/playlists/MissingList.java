package org.segue.playlists;

import java.util.List;

/**
 * What to get for a listener's library.
 *
 * @param isKnown whether it is known what is in the library; if not, there are no songs
 * @param rows songs that are played much first
 * @param document the same as a list that is not stored
 */
public record MissingList(boolean isKnown, List<Row> rows, PlaylistDocument document) {

    /**
     * A song to get.
     *
     * @param track the song
     * @param plays how often the listener has played it, 0 if it is recommended
     */
    public record Row(Track track, long plays) {

        /** Whether it is there because the listener plays it. */
        public boolean isPlayed() {
            return plays > 0;
        }
    }
}
