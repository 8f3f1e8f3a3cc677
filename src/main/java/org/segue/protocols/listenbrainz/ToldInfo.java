package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingIds;
import org.segue.listens.ToldWords;

/**
 * The {@code additional_info} that comes with a listen, as it is kept: whole if it is not too much, else what is known to mean
 * something. A listen never suffers from what comes beside it.
 */
final class ToldInfo {

    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_LENGTH = 64;

    /** Made here, of what else is told. */
    private static final Set<String> OURS = Set.of("recording_msid", "segue_song");

    /** What is kept first if not all is. */
    private static final List<String> KNOWN = List.of(
            "recording_mbid",
            "release_mbid",
            "artist_mbids",
            "artist_names",
            "duration_ms",
            "duration",
            "tracknumber",
            "isrc",
            "media_player",
            "submission_client",
            "media_player_version",
            "submission_client_version",
            "music_service",
            "music_service_name",
            "origin_url",
            "release_group_mbid",
            "track_mbid",
            "work_mbids",
            "discnumber",
            "release_artist_name",
            "release_artist_names",
            "spotify_id",
            "listening_from",
            "duration_played",
            "tags");

    private static final JsonMapper JSON = new JsonMapper();

    private ToldInfo() {}

    /** What is kept of an info; of what is no object nothing is. */
    static String kept(JsonNode info) {
        Set<String> names = new LinkedHashSet<>();
        info.fieldNames().forEachRemaining(names::add);
        String whole = text(info, names);
        if (bytes(whole) <= ToldWords.MAX_INFO_BYTES) {
            return whole;
        }
        Set<String> kept = new LinkedHashSet<>();
        int room = ToldWords.MAX_INFO_BYTES - 2;
        for (String name : (Iterable<String>) Stream.concat(KNOWN.stream(), names.stream())::iterator) {
            int size = bytes(text(info, Set.of(name))) - 1;
            if (size > 1 && size <= room && kept.add(name)) {
                room -= size;
            }
        }
        names.retainAll(kept);
        return text(info, names);
    }

    private static String text(JsonNode info, Set<String> names) {
        ObjectNode kept = JSON.createObjectNode();
        for (String name : names) {
            JsonNode value = info.path(name);
            if (!value.isMissingNode() && !value.isNull() && !OURS.contains(name) && isAcceptable(name, value)) {
                kept.set(name, value);
            }
        }
        return kept.toString();
    }

    private static boolean isAcceptable(String name, JsonNode value) {
        return isText(name) && isText(value.toString()) && !(name.equals("tags") && areTooMany(value));
    }

    private static boolean areTooMany(JsonNode tags) {
        boolean anyTooLong = false;
        for (JsonNode tag : tags) {
            anyTooLong |= tag.asText("").length() > MAX_TAG_LENGTH;
        }
        return anyTooLong || tags.size() > MAX_TAGS;
    }

    /** Whether the database can take a text: NUL ends texts, halves of surrogate pairs cannot be written at all. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What was kept, to be added to. */
    static Map<String, Object> parsed(String kept) {
        try {
            return JSON.readValue(kept, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept of a listen is JSON", e);
        }
    }

    /** The id of the album at MusicBrainz, null if there is none. */
    static @Nullable String releaseMbid(Map<String, Object> info) {
        return RecordingIds.mbid(Objects.toString(info.get("release_mbid"), ""));
    }

    /** Ids of artists at MusicBrainz. */
    static List<String> artistMbids(Map<String, Object> info) {
        return info.get("artist_mbids") instanceof List<?> ids
                ? ids.stream()
                        .map(id -> RecordingIds.mbid(Objects.toString(id, "")))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }
}
