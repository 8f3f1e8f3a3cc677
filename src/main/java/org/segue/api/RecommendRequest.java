package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendationQuery.Filter;
import org.segue.ranking.RecommendationQuery.Seed;
import org.segue.ranking.Variety;

/**
 * What {@code POST /recommend} takes. One of user and seeds must be given, both may be.
 *
 * @param user whom for
 * @param n how many songs, 1 to 500; 10 unless said
 * @param seeds songs to start from, beside what is known of the user
 * @param mode new songs, or known ones that were not heard for long
 * @param exclude which songs are not wanted
 * @param include which songs alone are wanted
 * @param maxPerArtist the most songs of one artist; any number unless said
 * @param diversity how little alike the songs shall be, 0 to 1; 0 unless said
 * @param adventure how little known the songs shall be, 0 to 1; 0 unless said
 * @param explain whether reasons are wanted; they are unless said
 */
@Schema(examples = "{\"user\":\"amara-olander\",\"n\":10,\"maxPerArtist\":2,\"adventure\":0.3}")
public record RecommendRequest(
        @Schema(
                implementation = String.class,
                description = "A public id, or {\"source\":\"hetrec\",\"id\":\"2\"}: what a source calls the user",
                examples = "amara-olander")
        @Nullable
        UserRef user,

        @Min(1) @Max(MOST_SONGS) @Schema(defaultValue = "10") @Nullable
        Integer n,

        @Size(max = MOST_SEEDS) @Nullable List<@NotNull @Valid SeedSong> seeds,
        @Schema(defaultValue = "discover") @Nullable Mode mode,
        @Valid @Nullable Exclude exclude,
        @Valid @Nullable Include include,

        @Min(1) @Max(MOST_SONGS) @Nullable Integer maxPerArtist,

        @DecimalMin("0") @DecimalMax("1") @Schema(defaultValue = "0") @Nullable
        Double diversity,

        @DecimalMin("0") @DecimalMax("1") @Schema(defaultValue = "0") @Nullable
        Double adventure,

        @Schema(defaultValue = "true") @Nullable Boolean explain) {

    static final int MOST_SONGS = 500;
    static final int SONGS = 10;
    private static final int MOST_SEEDS = 500;
    private static final int MOST_LISTED = 10_000;

    /** Which songs are looked for. */
    public enum Mode {
        /** Songs that the user has not heard, unless {@code exclude} lets heard ones in. */
        @JsonProperty("discover")
        DISCOVER,
        /** Songs that the user has heard, but not for 90 days or {@code exclude.heardWithinDays}. */
        @JsonProperty("rediscover")
        REDISCOVER
    }

    /**
     * A song to start from.
     *
     * @param song public id
     * @param weight above 0; 1 unless said, which counts like a loved song
     */
    @Schema(examples = "{\"song\":\"some-song\",\"weight\":1.0}")
    public record SeedSong(
            @Schema(required = true) @Nullable String song,

            @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(defaultValue = "1") @Nullable
            Double weight) {

        private Seed seed() {
            if (song == null) {
                throw Problems.outOfRange("seeds.song", "seeds.song must be given: the public id of a song.");
            }
            return new Seed(song, weight == null ? 1 : Math.max(weight.floatValue(), Float.MIN_NORMAL));
        }
    }

    /**
     * Which songs are not wanted.
     *
     * @param songs public ids of songs
     * @param artists public ids of artists
     * @param heard whether songs that the user knows are left out; they are unless said, or {@code heardWithinDays} is given
     * @param heardWithinDays leaves out songs that the user has heard so few days ago; songs whose times are unknown, as those
     *     of imported play counts, count as heard long ago
     * @param influence public ids of songs that the answer must not be made from
     */
    public record Exclude(
            @Size(max = MOST_LISTED) @Nullable List<@NotNull String> songs,
            @Size(max = MOST_LISTED) @Nullable List<@NotNull String> artists,

            @Schema(defaultValue = "true") @JsonProperty @Nullable
            Boolean heard,

            @Min(1) @Max(36_500) @Nullable Integer heardWithinDays,
            @Size(max = MOST_LISTED) @Nullable List<@NotNull String> influence) {

        private static final Exclude HEARD_ONLY = new Exclude(null, null, null, null, null);

        private boolean excludesHeard() {
            return heard == null ? heardWithinDays == null : heard;
        }
    }

    /**
     * Which songs alone are wanted.
     *
     * @param songs public ids; null for all songs
     */
    public record Include(
            @JsonProperty @Size(max = MOST_LISTED) @Nullable List<@NotNull String> songs) {}

    /** Whether it names anything to start from. */
    boolean hasSeeds() {
        return seeds != null && !seeds.isEmpty();
    }

    /**
     * The question in the words of the ranking.
     *
     * @param userPublicId empty for somebody who is not named
     */
    RecommendationQuery query(String userPublicId) {
        return new RecommendationQuery(
                userPublicId,
                seeds == null ? List.of() : seeds.stream().map(SeedSong::seed).toList(),
                or(n, SONGS),
                mode == Mode.REDISCOVER ? RecommendationQuery.Mode.REDISCOVER : RecommendationQuery.Mode.DISCOVER,
                filter(exclude == null ? Exclude.HEARD_ONLY : exclude),
                new Variety(or(diversity, 0.0), or(adventure, 0.0)),
                or(explain, true));
    }

    private Filter filter(Exclude excluded) {
        return new Filter(
                excluded.excludesHeard(),
                or(excluded.heardWithinDays(), 0),
                set(excluded.songs()),
                set(excluded.artists()),
                set(excluded.influence()),
                include == null || include.songs() == null ? null : set(include.songs()),
                or(maxPerArtist, 0));
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }

    private static Set<String> set(@Nullable List<String> ids) {
        return ids == null ? Set.of() : Set.copyOf(ids);
    }
}
