package org.segue.protocols.audiomuse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist like another.
 *
 * @param artist name
 * @param artistId what the library calls the artist; of one that the library lacks {@code segue-} and the id here
 * @param divergence 1 − similarity, 0 to 2
 * @param componentMatches songs of both that stand for what they have in common; left out unless they are asked for
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MixArtist(
        String artist,
        String artistId,
        float divergence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ComponentMatch> componentMatches) {

    /**
     * Songs of two artists. Only songs that the library has are named.
     *
     * @param artist1RepresentativeSongs of the artist that was asked for
     * @param artist2RepresentativeSongs of the one that is like that one
     */
    public record ComponentMatch(
            @JsonProperty("artist1_representative_songs") List<RepresentativeSong> artist1RepresentativeSongs,

            @JsonProperty("artist2_representative_songs") List<RepresentativeSong> artist2RepresentativeSongs) {}

    /**
     * A song that stands for an artist.
     *
     * @param itemId what the library calls it
     * @param title what it is called
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record RepresentativeSong(String itemId, String title) {}
}
