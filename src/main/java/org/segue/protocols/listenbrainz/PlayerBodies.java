package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What players must send, for the OpenAPI document alone: {@link SubmissionReader} reads it. What they may send besides has no
 * type here, for what is no sound value is passed over.
 */
final class PlayerBodies {

    private static final String UUID_IF_SOUND = "A UUID; one of the two must be given";

    private PlayerBodies() {}

    /**
     * Listens.
     *
     * @param listenType exactly one listen unless it is {@code import}
     * @param payload the listens
     */
    @Schema(requiredProperties = {"listen_type", "payload"})
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SubmittedListens(
            @Schema(enumeration = {"single", "import", "playing_now"})
            String listenType,

            @Schema(minItems = 1, maxItems = 1000) List<SubmittedListen> payload) {}

    /**
     * A listen.
     *
     * @param listenedAt its start
     * @param trackMetadata what was played
     */
    @Schema(requiredProperties = "track_metadata")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SubmittedListen(
            @Schema(description = "Seconds since 1970, not in the future; left out of what plays now")
            Object listenedAt,

            SubmittedTrack trackMetadata) {}

    /**
     * What was played.
     *
     * @param artistName name of the artist
     * @param trackName title
     * @param releaseName album
     * @param additionalInfo ids and lengths
     */
    @Schema(requiredProperties = {"artist_name", "track_name"})
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record SubmittedTrack(
            @Schema(minLength = 1, pattern = "\\S") String artistName,
            @Schema(minLength = 1, pattern = "\\S") String trackName,
            @Schema(description = "The album") Object releaseName,

            @Schema(
                    description =
                            "`recording_mbid`, `isrc`, `duration_ms`, `duration` and `tags` are read, and of the program that"
                                    + " sends it `submission_client`, or else `media_player`: what two programs send of one play is one listen")
            Object additionalInfo) {}

    /**
     * Recordings that are asked for.
     *
     * @param recordingMbids ids at MusicBrainz
     * @param inc what is wanted beside titles and lengths
     */
    @Schema(requiredProperties = "recording_mbids")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AskedRecordings(
            @Schema(minItems = 1, maxItems = 1000) List<String> recordingMbids,

            @Schema(description = "`artist`, `release` and `tag`, with spaces between", examples = "artist release")
            @Nullable
            String inc) {}

    /**
     * A list, in JSPF.
     *
     * @param playlist the list
     */
    @Schema(requiredProperties = "playlist")
    record SubmittedList(ListOfTracks playlist) {}

    /**
     * What a list consists of.
     *
     * @param title what it is called
     * @param track its songs in order
     */
    @Schema(requiredProperties = "title")
    record ListOfTracks(
            @Schema(minLength = 1, pattern = "\\S") String title,

            @Schema(description = "Each with an `identifier` or with `creator` and `title`")
            Object track) {}

    /**
     * A listen to delete.
     *
     * @param listenedAt its start
     * @param recordingMsid id of its words
     */
    @Schema(requiredProperties = {"listened_at", "recording_msid"})
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record DeletedListen(
            @Schema(minimum = "0", maximum = "99999999999") long listenedAt,
            @Schema(format = "uuid") String recordingMsid) {}

    /**
     * Love or hate.
     *
     * @param score 1 loves, -1 hates, 0 takes either back
     * @param recordingMbid id at MusicBrainz
     * @param recordingMsid id of the words
     */
    @Schema(requiredProperties = "score")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ScoredRecording(
            @Schema(minimum = "-1", maximum = "1") int score,
            @Schema(description = UUID_IF_SOUND) Object recordingMbid,
            @Schema(description = UUID_IF_SOUND) Object recordingMsid) {}

    /**
     * How far a history has been brought here.
     *
     * @param ts the latest time
     * @param service where from, at most 64 characters
     */
    @Schema(requiredProperties = "ts")
    record ImportedUntil(
            @Schema(minimum = "0", maximum = "99999999999") double ts,

            @Schema(description = "Where from, at most 64 characters")
            Object service) {}
}
