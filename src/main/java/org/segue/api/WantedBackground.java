package org.segue.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.BackgroundKind;
import org.segue.backgrounds.BackgroundRequest;

/** A background that somebody wants. */
@Schema(name = "WantedBackground", examples = "{\"kind\":\"listenbrainz\",\"dumps\":3,\"users\":20000}")
public record WantedBackground(
        @Schema(
                required = true,
                description =
                        "`listenbrainz`: public listens, fetched from the mirror. `import`: a data set of your own, kept by a"
                                + " preview or at an address. `songModel`: what a training elsewhere learned about songs, at an address")
        @Nullable
        BackgroundKind kind,

        @Schema(
                defaultValue = "3",
                description = "Of `listenbrainz`: how many of the newest dumps, each of about a day, are loaded")
        @Min(1)
        @Max(BackgroundsResource.MAX_DUMPS)
        @Nullable
        Integer dumps,

        @Schema(
                description =
                        "The most listeners to take, whole and chosen by a hash of their names. Default: 20,000 of"
                                + " `listenbrainz`, all of an `import`")
        @Min(1)
        @Max(BackgroundsResource.MAX_USERS)
        @Nullable
        Integer users,

        @Schema(defaultValue = "0", description = "Where that choice starts: the same seed chooses the same listeners")
        @Nullable
        Long seed,

        @Schema(description = "Of `import`: what `POST /api/imports/preview?population=true` has answered as `upload`")
        @Size(max = 100, message = "must have at most {max} characters")
        @Nullable
        String upload,

        @Schema(
                description =
                        "Of `import`, in place of `upload`, and of `songModel`: where the file is fetched from, https, at most 2 GB; a connection that"
                                + " breaks off is taken up again")
        @Size(max = 2000, message = "must have at most {max} characters")
        @Pattern(regexp = ADDRESS, message = "must begin with https://; http:// is for this machine alone")
        @Nullable
        String url,

        @Schema(description = "Of `url`: SHA-256 of the file, which is compared when it has come")
        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
        @Nullable
        String sha256) {

    static final String ADDRESS = "https://[^\\s]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?(/[^\\s]*)?";

    BackgroundRequest request(BackgroundKind ofKind) {
        long from = Objects.requireNonNullElse(seed, 0L);
        if (ofKind == BackgroundKind.SONG_MODEL) {
            return BackgroundRequest.songModel();
        }
        return ofKind == BackgroundKind.IMPORT
                ? BackgroundRequest.ofImport(users, from)
                : BackgroundRequest.listenBrainz(
                        Objects.requireNonNullElse(dumps, BackgroundRequest.DUMPS),
                        Objects.requireNonNullElse(users, BackgroundRequest.USERS),
                        from);
    }
}
