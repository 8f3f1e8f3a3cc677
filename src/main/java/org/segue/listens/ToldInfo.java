package org.segue.listens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ArtistCredit;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;

/**
 * The {@code additional_info} that comes with a listen, as it is kept: whole if it is not too much, else what is known to mean
 * something. A listen never suffers from what comes beside it.
 */
public final class ToldInfo {

    /** Two brackets and a comma that does not come are no members. */
    private static final int ROOM = ToldWords.MAX_INFO_BYTES - 1;

    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_LENGTH = 64;

    private static final String ARTIST_NAMES = "artist_names";
    private static final String ARTIST_MBIDS = "artist_mbids";
    private static final String IS_JSON = "what is kept of a listen is JSON";

    /** Made here, of what else is told. */
    private static final Set<String> OURS = Set.of("recording_msid", "segue_song");

    /** What is kept first if not all is. */
    private static final List<String> KNOWN = List.of(
            "recording_mbid",
            "release_mbid",
            ARTIST_MBIDS,
            ARTIST_NAMES,
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

    /**
     * What is told of a song, in the fields in which ListenBrainz has it.
     *
     * @param client name of the program that tells it, empty if it does not say
     */
    public static ObjectNode of(ExternalSong song, String client) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        if (!client.isEmpty()) {
            info.put("submission_client", client);
        }
        if (song.mbid() != null) {
            info.put("recording_mbid", song.mbid());
        }
        if (song.isrc() != null) {
            info.put("isrc", song.isrc());
        }
        if (song.durationMs() != null) {
            info.put("duration_ms", song.durationMs());
        }
        return info;
    }

    /** What is kept of an info; of what is no object nothing is. */
    public static String kept(JsonNode info) {
        Map<String, String> told = told(info);
        if (told.values().stream().mapToInt(ToldInfo::bytes).sum() > ROOM) {
            told.keySet().retainAll(mostWorth(told));
        }
        return '{' + String.join(",", told.values()) + '}';
    }

    private static Set<String> mostWorth(Map<String, String> told) {
        Set<String> kept = new HashSet<>();
        int room = ROOM;
        for (String name : (Iterable<String>) Stream.concat(KNOWN.stream(), told.keySet().stream())::iterator) {
            String member = told.get(name);
            if (member != null && bytes(member) <= room && kept.add(name)) {
                room -= bytes(member);
            }
        }
        return kept;
    }

    // Each member as it is written, by its name.
    private static Map<String, String> told(JsonNode info) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : info.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (!value.isNull() && !OURS.contains(name) && !isTooMuch(name, value)) {
                String written = TextNode.valueOf(name) + ":" + value;
                if (isText(name) && isText(written)) {
                    told.put(name, written);
                }
            }
        }
        return told;
    }

    private static boolean isTooMuch(String name, JsonNode value) {
        return value.isTextual() ? value.textValue().length() > ROOM : name.equals("tags") && areTooMany(value);
    }

    private static boolean areTooMany(JsonNode tags) {
        boolean anyTooLong = false;
        for (JsonNode tag : tags) {
            anyTooLong |= tag.asText("").length() > MAX_TAG_LENGTH;
        }
        return anyTooLong || tags.size() > MAX_TAGS;
    }

    /** Whether the database can take a text: NUL ends texts, halves of surrogate pairs cannot be written at all. */
    public static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !isPair)) {
                return false;
            }
            i += isPair ? 1 : 0;
        }
        return true;
    }

    // With the comma that follows.
    private static int bytes(String member) {
        return member.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /** Whether it may say who the artists are. */
    public static boolean creditsArtists(String kept) {
        return kept.contains("\"" + ARTIST_NAMES + "\"") || kept.contains("\"" + ARTIST_MBIDS + "\"");
    }

    /**
     * Who the artists are, as an info tells them apart. One id beside a name is that name's.
     *
     * @param artist as the song is credited
     */
    public static ArtistCredit credit(String artist, JsonNode info) {
        List<String> names = texts(info.path(ARTIST_NAMES));
        List<String> mbids = texts(info.path(ARTIST_MBIDS));
        return ArtistCredit.of(names.isEmpty() && mbids.size() == 1 ? List.of(artist) : names, mbids);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(text -> texts.add(text.isTextual() ? text.textValue() : ""));
        }
        return texts;
    }

    /** What was kept, to be read. */
    public static JsonNode node(String kept) {
        try {
            return JSON.readTree(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(IS_JSON, e);
        }
    }

    /** What was kept, to be added to. */
    public static Map<String, Object> parsed(String kept) {
        try {
            return JSON.readValue(kept, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(IS_JSON, e);
        }
    }

    /** The id of the album at MusicBrainz, null if there is none. */
    public static @Nullable String releaseMbid(Map<String, Object> info) {
        return RecordingIds.mbid(Objects.toString(info.get("release_mbid"), ""));
    }

    /** Ids of artists at MusicBrainz. */
    public static List<String> artistMbids(Map<String, Object> info) {
        return info.get(ARTIST_MBIDS) instanceof List<?> ids
                ? ids.stream()
                        .map(id -> RecordingIds.mbid(Objects.toString(id, "")))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }
}
