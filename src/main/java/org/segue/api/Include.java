package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Ref;

/**
 * Which songs alone are wanted, and which are wanted too.
 *
 * @param songs public ids, or what a source calls them; null for all songs
 * @param versions whether live recordings, remixes, acoustic versions, demos and the like of songs that were heard are
 *     recommended as well; they are left out with those songs unless said
 */
public record Include(
        @JsonProperty @Size(max = RecommendRequest.MAX_LISTED, message = "must be at most {max}") @Nullable
        List<@NotNull Ref> songs,

        @Schema(defaultValue = "false") @JsonProperty @Nullable
        Boolean versions) {}
