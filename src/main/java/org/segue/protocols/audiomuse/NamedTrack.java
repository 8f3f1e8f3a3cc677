package org.segue.protocols.audiomuse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A song.
 *
 * @param itemId what the library calls it; of a song that the library lacks {@code segue-} and its id here
 * @param title what it is called
 * @param author name of the artist, empty if none is known
 * @param album name, null if none is known
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record NamedTrack(
        String itemId,
        String title,
        String author,
        @Nullable String album) {

    /** The same in a mix. */
    MixTrack at(float similarity) {
        return new MixTrack(itemId, title, author, album, 1 - similarity);
    }
}
