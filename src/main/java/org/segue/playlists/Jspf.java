package org.segue.playlists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists as JSPF (XSPF in JSON) with MusicBrainz's extensions, which is what ListenBrainz and its clients speak. A song without
 * an id at MusicBrainz has no identifier; its title and artist tell what it is.
 */
public final class Jspf {

    private static final String PLAYLIST = "https://musicbrainz.org/doc/jspf#playlist";
    private static final String TRACK = "https://musicbrainz.org/doc/jspf#track";

    private Jspf() {}

    /**
     * The document, for a writer of JSON.
     *
     * @param base where Segue is reached, without a slash at its end
     */
    public static Map<String, Object> of(PlaylistDocument list, String base) {
        return Map.of("playlist", playlist(list, base));
    }

    private static Map<String, Object> playlist(PlaylistDocument list, String base) {
        Map<String, Object> playlist = new LinkedHashMap<>();
        playlist.put("title", list.title());
        playlist.put("creator", PlaylistMessages.CREATOR);
        playlist.put("date", time(list.createdAt()));
        playlist.put("annotation", list.annotation() == null ? "" : list.annotation());
        if (list.id() != null) {
            playlist.put("identifier", address(list.id(), base));
        }
        playlist.put("extension", Map.of(PLAYLIST, extension(list)));
        playlist.put(
                "track",
                list.tracks().stream()
                        .map(track -> track(track, list.createdAt()))
                        .toList());
        return playlist;
    }

    // As ListenBrainz writes times, and as the Python of players reads them: older ones know no Z.
    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .replaceFirst("Z$", "+00:00");
    }

    /** Address of a stored list's page. */
    static String address(String id, String base) {
        return base + "/playlist/" + id;
    }

    private static Map<String, Object> extension(PlaylistDocument list) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("public", true);
        extension.put("creator", PlaylistMessages.CREATOR);
        if (!list.createdFor().isEmpty()) {
            extension.put("created_for", list.createdFor());
        }
        extension.put("last_modified_at", time(list.createdAt()));
        extension.put("additional_metadata", additional(list));
        return extension;
    }

    private static Map<String, Object> additional(PlaylistDocument list) {
        Map<String, Object> additional = new LinkedHashMap<>();
        if (list.kind() != null) {
            additional.put(
                    "algorithm_metadata", Map.of("source_patch", list.kind().word()));
        }
        if (list.expiresAt() != null) {
            additional.put("expires_at", time(list.expiresAt()));
        }
        return additional;
    }

    private static Map<String, Object> track(Track track, Instant addedAt) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put(
                "identifier",
                track.ids().mbid() == null
                        ? List.of()
                        : List.of(recording(track.ids().mbid())));
        made.put("title", track.song().title());
        made.put("creator", track.song().artist());
        if (track.song().album() != null) {
            made.put("album", track.song().album());
        }
        if (track.durationMs() != null) {
            made.put("duration", track.durationMs());
        }
        made.put("extension", Map.of(TRACK, trackExtension(addedAt)));
        return made;
    }

    /** What MusicBrainz calls a recording everywhere. */
    static String recording(String mbid) {
        return "https://musicbrainz.org/recording/" + mbid;
    }

    private static Map<String, Object> trackExtension(Instant addedAt) {
        Map<String, Object> extension = new LinkedHashMap<>();
        extension.put("added_by", PlaylistMessages.CREATOR);
        extension.put("added_at", time(addedAt));
        extension.put("artist_identifiers", List.of());
        return extension;
    }
}
