package org.segue.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A recording that people play (of some sources: whatever they count plays of, artists for instance). In JSON its parts stand in
 * what it is in, without the keys.
 *
 * @param id database key
 * @param publicId what it is called outside
 * @param title as it was first seen; the source's own id where it gave no title
 * @param artistId database key of the artist, 0 if none is known
 * @param artist name, empty if none is known
 * @param artistPublicId what the artist is called outside, null if none is known
 * @param album name, null if none is known
 */
@JsonPropertyOrder({"song", "title", "artist", "artistId", "album"})
public record Song(
        @JsonIgnore int id,
        @JsonProperty("song") String publicId,
        String title,
        @JsonIgnore int artistId,
        String artist,
        @JsonProperty("artistId") @Nullable String artistPublicId,
        @Nullable String album) {}
