package org.segue.protocols.audiomuse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A song of a mix.
 *
 * @param itemId what the library calls it; of a song that the library lacks {@code segue-} and its id here
 * @param title what it is called
 * @param author name of the artist, empty if none is known
 * @param album name, null if none is known
 * @param distance 1 − similarity, 0 to 2, the nearest first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        examples =
                "{\"item_id\":\"5RzwmHl6Kea7cAW3TDjOqC\",\"title\":\"Glósóli\",\"author\":\"Sigur Rós\",\"album\":\"Takk…\","
                        + "\"distance\":0.21}")
public record MixTrack(
        String itemId,
        String title,
        String author,
        @Nullable String album,
        float distance) {}
