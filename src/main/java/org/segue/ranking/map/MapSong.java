package org.segue.ranking.map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.interactions.UserHistory;

/**
 * A song on the map.
 *
 * @param song the song, without its album in JSON
 * @param x along the direction in which the songs differ most; the middle of all is at 0, none is beyond -2 or 2
 * @param y along the next direction, at the same scale
 * @param cluster number of its cluster
 * @param listeners number of users who have it
 * @param heard whether the user who was named has it, null if nobody was named
 */
public record MapSong(
        @JsonUnwrapped @JsonIgnoreProperties("album") Song song,
        double x,
        double y,
        int cluster,
        int listeners,
        @Nullable Boolean heard) {

    /** The same, marked as heard by a user or not. */
    public MapSong marked(UserHistory history) {
        return new MapSong(song, x, y, cluster, listeners, history.contains(song.id()));
    }
}
