package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;

/**
 * A listen as players read it.
 *
 * @param userName whose it is
 * @param listenedAt epoch seconds; null of what plays now
 * @param recordingMsid id of the words
 * @param playingNow true of what plays now, else null
 * @param trackMetadata what was played
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listened(
        String userName,
        @Nullable Long listenedAt,
        String recordingMsid,
        @Nullable Boolean playingNow,
        TrackMetadata trackMetadata) {

    /**
     * What was played.
     *
     * @param artistName name of the artist
     * @param trackName title
     * @param releaseName album, null if it is unknown
     * @param additionalInfo ids
     * @param mbidMapping the recording at MusicBrainz, null if it is unknown
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackMetadata(
            String artistName,
            String trackName,
            @Nullable String releaseName,
            AdditionalInfo additionalInfo,
            @Nullable MbidMapping mbidMapping) {}

    /**
     * Ids of what was played; null where they are unknown.
     *
     * @param recordingMsid id of the words
     * @param recordingMbid id at MusicBrainz
     * @param isrc international code
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdditionalInfo(
            String recordingMsid,
            @Nullable String recordingMbid,
            @Nullable String isrc) {}

    /**
     * Listens of a user.
     *
     * @param count how many these are
     * @param userId whose
     * @param playingNow true of what plays now, else null
     * @param latestListenTs the user's latest, epoch seconds; null if there is none
     * @param oldestListenTs the user's oldest, epoch seconds; null if there is none
     * @param listens newest first
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listens(
            int count,
            String userId,
            @Nullable Boolean playingNow,
            @Nullable Long latestListenTs,
            @Nullable Long oldestListenTs,
            List<Listened> listens) {}

    /**
     * What the protocol wraps its answers in.
     *
     * @param payload the answer
     * @param <T> what it is
     */
    public record Payload<T>(T payload) {}

    static Listened of(String user, @Nullable Long listenedAt, ExternalSong recording) {
        String msid = recording.msid();
        return new Listened(
                user,
                listenedAt,
                msid,
                listenedAt == null ? true : null,
                new TrackMetadata(
                        Objects.requireNonNullElse(recording.artist(), ""),
                        Objects.requireNonNullElse(recording.title(), ""),
                        recording.album(),
                        new AdditionalInfo(msid, recording.mbid(), recording.isrc()),
                        recording.mbid() == null ? null : new MbidMapping(recording.mbid(), null, List.of())));
    }
}
