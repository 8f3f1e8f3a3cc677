package org.segue.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.ranking.RecommendationQuery.Seed;

/**
 * A song to start from.
 *
 * @param song public id, or what a source calls it
 * @param weight above 0; 1 unless said, which counts like a loved song
 */
@Schema(examples = "{\"song\":\"some-song\",\"weight\":1.0}")
public record SeedSong(
        @Schema(required = true) @Nullable Ref song,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(defaultValue = "1") @Nullable
        Double weight) {

    Ref given() {
        if (song == null) {
            throw Problems.outOfRange("seeds.song", "seeds.song must be given: the public id of a song.");
        }
        return song;
    }

    Seed seed(Names names) {
        return new Seed(names.song(given()), weight == null ? 1 : Math.max(weight.floatValue(), Float.MIN_NORMAL));
    }
}
