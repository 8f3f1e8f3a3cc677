package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.listens.ToldInfo;
import org.segue.listens.ToldWords;

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
     * @param additionalInfo what else was told, as it was sent, and {@code recording_msid}
     * @param mbidMapping the recording at MusicBrainz, null if it is unknown
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrackMetadata(
            String artistName,
            String trackName,
            @Nullable String releaseName,
            Map<String, Object> additionalInfo,
            @Nullable MbidMapping mbidMapping) {}

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

    /** A listen of which no more is known than the song. */
    static Listened of(String user, @Nullable Long listenedAt, ExternalSong recording) {
        Map<String, Object> info = new LinkedHashMap<>();
        if (recording.mbid() != null) {
            info.put("recording_mbid", recording.mbid());
        }
        if (recording.isrc() != null) {
            info.put("isrc", recording.isrc());
        }
        if (recording.durationMs() != null) {
            info.put("duration_ms", recording.durationMs());
        }
        return listened(
                user,
                listenedAt,
                ExternalSong.named(
                        Objects.requireNonNullElse(recording.artist(), ""),
                        Objects.requireNonNullElse(recording.title(), ""),
                        recording.album()),
                info,
                recording.mbid() == null ? null : new MbidMapping(recording.mbid(), null, List.of()));
    }

    /**
     * A listen as it was told.
     *
     * @param mbid what MusicBrainz calls the song that it is, null if that is unknown
     */
    static Listened told(String user, @Nullable Long listenedAt, ToldWords words, @Nullable String mbid) {
        Map<String, Object> info = ToldInfo.parsed(words.info());
        return listened(
                user,
                listenedAt,
                ExternalSong.named(words.artist(), words.title(), words.album()),
                info,
                mbid == null ? null : new MbidMapping(mbid, ToldInfo.releaseMbid(info), ToldInfo.artistMbids(info)));
    }

    private static Listened listened(
            String user,
            @Nullable Long listenedAt,
            ExternalSong named,
            Map<String, Object> info,
            @Nullable MbidMapping mapping) {
        String msid = named.msid();
        info.put("recording_msid", msid);
        return new Listened(
                user,
                listenedAt,
                msid,
                listenedAt == null ? true : null,
                new TrackMetadata(
                        String.valueOf(named.artist()), String.valueOf(named.title()), named.album(), info, mapping));
    }
}
