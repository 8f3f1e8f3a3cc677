package org.segue.ranking.map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;

/**
 * A song on the map.
 *
 * @param song the song, without its album in JSON
 * @param x along the direction in which the songs differ most; the middle of the most-played songs is at 0, none is beyond -2 or 2
 * @param y along the next direction, at the same scale
 * @param cluster number of its cluster
 * @param listeners number of users who have it
 * @param heard whether the user who was named has it, null if nobody was named
 * @param owned whether the user who was named owns it, or anybody if nobody was named; left out of JSON where no library says so
 */
public record MapSong(
        @JsonUnwrapped @JsonIgnoreProperties("album") Song song,
        double x,
        double y,
        int cluster,
        int listeners,
        @Nullable Boolean heard,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean owned) {

    /** The same, marked as heard by a user or not. */
    MapSong heard(boolean isHeard) {
        return new MapSong(song, x, y, cluster, listeners, isHeard, owned);
    }

    /** The same, marked as owned or not; null if that is unknown. */
    MapSong owned(@Nullable Boolean isOwned) {
        return new MapSong(song, x, y, cluster, listeners, heard, isOwned);
    }
}
