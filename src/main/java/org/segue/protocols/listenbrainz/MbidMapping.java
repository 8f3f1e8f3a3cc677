package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What MusicBrainz calls a recording.
 *
 * @param recordingMbid id of the recording
 * @param releaseMbid id of the album, null if it is unknown
 * @param artistMbids ids of its artists, none if they are unknown
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MbidMapping(String recordingMbid, @Nullable String releaseMbid, List<String> artistMbids) {}
