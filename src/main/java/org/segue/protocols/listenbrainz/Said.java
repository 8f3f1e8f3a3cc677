package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a recording.
 *
 * @param created when, epoch seconds; null if nothing was said
 * @param recordingMbid id at MusicBrainz, null if it is unknown
 * @param recordingMsid id of the words, null of a recording that Segue does not know
 * @param score 1 for love, -1 for hate, 0 for neither
 * @param trackMetadata what it is called, null if that was not asked for
 * @param userId whose it is
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Said(
        @Nullable Long created,
        @Nullable String recordingMbid,
        @Nullable String recordingMsid,
        int score,
        @Nullable Track trackMetadata,
        String userId) {

    /**
     * What a recording is called.
     *
     * @param artistName name of the artist
     * @param trackName title
     * @param releaseName album, null if it is unknown
     * @param mbidMapping ids at MusicBrainz, null if they are unknown
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Track(
            String artistName,
            String trackName,
            @Nullable String releaseName,
            @Nullable MbidMapping mbidMapping) {}

    /**
     * A part of what a user says.
     *
     * @param count how many these are
     * @param feedback these
     * @param offset how many were passed over
     * @param totalCount how many there are
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Part(int count, List<Said> feedback, int offset, int totalCount) {}

    /**
     * What a user says of the recordings that were asked for.
     *
     * @param feedback one for each, in their order
     */
    public record OfRecordings(List<Said> feedback) {}
}
