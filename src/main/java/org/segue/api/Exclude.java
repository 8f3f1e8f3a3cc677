package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Ref;

/**
 * Which songs are not wanted.
 *
 * @param songs public ids of songs, or what a source calls them
 * @param artists public ids of artists, or of a source the artist's name, which is all that tells artists apart
 * @param heard whether songs that the user, or any of the users, knows are left out; they are unless said, or {@code heardWithinDays} is given
 * @param heardWithinDays leaves out songs that the user, or any of the users, has heard so few days ago; songs whose times are unknown, as those
 *     of imported play counts, count as heard long ago
 * @param influence public ids of songs, or what a source calls them, that the answer must not be made from
 */
public record Exclude(
        @Size(max = RecommendRequest.MAX_LISTED, message = "must be at most {max}") @Nullable
        List<@NotNull Ref> songs,

        @Size(max = RecommendRequest.MAX_LISTED, message = "must be at most {max}") @Nullable
        List<@NotNull Ref> artists,

        @Schema(defaultValue = "true") @JsonProperty @Nullable
        Boolean heard,

        @Min(1) @Max(36_500) @Nullable Integer heardWithinDays,

        @Size(max = RecommendRequest.MAX_LISTED, message = "must be at most {max}") @Nullable
        List<@NotNull Ref> influence) {

    static final Exclude NOTHING_BUT_HEARD = new Exclude(null, null, null, null, null);

    /** Whether songs that were heard are left out. */
    boolean excludesHeard() {
        return heard == null ? heardWithinDays == null : heard;
    }
}
