package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.RecommendationQuery;

/**
 * What {@code POST /recommend} takes.
 *
 * @param user whom for
 * @param n how many songs, 1 to 500; 10 unless said
 * @param exclude which songs are not wanted
 * @param explain whether reasons are wanted; they are unless said
 */
@Schema(example = "{\"user\":\"amara-olander\",\"n\":10}")
public record RecommendRequest(
        @Schema(
                implementation = String.class,
                description = "A public id, or {\"source\":\"hetrec\",\"id\":\"2\"}: what a source calls the user",
                examples = "amara-olander")
        @Nullable
        UserRef user,

        @Min(1) @Max(MOST_SONGS) @Schema(defaultValue = "10") @Nullable
        Integer n,

        @Valid @Nullable Exclude exclude,
        @Schema(defaultValue = "true") @Nullable Boolean explain) {

    static final int MOST_SONGS = 500;
    static final int SONGS = 10;
    private static final int MOST_EXCLUDED = 10_000;

    /**
     * Which songs are not wanted.
     *
     * @param songs public ids of songs
     * @param artists public ids of artists
     * @param heard whether songs that the user has heard are left out; they are unless said
     */
    public record Exclude(
            @Size(max = MOST_EXCLUDED) @Nullable List<@NotNull String> songs,
            @Size(max = MOST_EXCLUDED) @Nullable List<@NotNull String> artists,

            @Schema(defaultValue = "true") @JsonProperty @Nullable
            Boolean heard) {

        private static final Exclude HEARD_ONLY = new Exclude(null, null, null);
    }

    /** The question in the words of the ranking. */
    RecommendationQuery query(String userPublicId) {
        Exclude excluded = exclude == null ? Exclude.HEARD_ONLY : exclude;
        return new RecommendationQuery(
                userPublicId,
                n == null ? SONGS : n,
                !Boolean.FALSE.equals(excluded.heard()),
                set(excluded.songs()),
                set(excluded.artists()),
                !Boolean.FALSE.equals(explain));
    }

    private static Set<String> set(@Nullable List<String> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}
