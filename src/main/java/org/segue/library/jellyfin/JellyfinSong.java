package org.segue.library.jellyfin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.library.SecondaryAlbums;
import org.segue.library.ServerSong;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerAlbum;
import org.segue.library.ServerSong.ServerArtist;

/** Reads songs as Jellyfin writes them. It knows no ISRCs, no ratings by users, and not when something became a favorite. */
final class JellyfinSong {

    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final long TICKS_A_MS = 10_000;

    private JellyfinSong() {}

    /** A song, nothing if it has no id or no title. */
    static Optional<ServerSong> of(JsonNode node) {
        String id = text(node, "Id");
        String title = text(node, "Name");
        if (id == null || title == null) {
            return Optional.empty();
        }
        long ms = node.path("RunTimeTicks").asLong() / TICKS_A_MS;
        JsonNode ids = node.path("ProviderIds");
        return Optional.of(new ServerSong(
                id,
                new Names(title, artist(node), artists(node, mbid(ids, "MusicBrainzArtist")), album(node)),
                ms > 0 && ms < Integer.MAX_VALUE ? (int) ms : null,
                mbid(ids, "MusicBrainzRecording"),
                List.of(),
                text(node, "Path"),
                preferences(node.path("UserData"))));
    }

    /** Text that says something, else null. */
    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }

    // Several artists are one credit, as listens have it.
    private static @Nullable String artist(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.path("Artists").forEach(name -> names.add(name.asText()));
        return names.isEmpty() ? text(node, "AlbumArtist") : String.join(", ", names);
    }

    private static List<ServerArtist> artists(JsonNode node, @Nullable String mbid) {
        List<ServerArtist> artists = new ArrayList<>();
        boolean isOne = node.path("ArtistItems").size() == 1;
        for (JsonNode artist : node.path("ArtistItems")) {
            String id = text(artist, "Id");
            String name = text(artist, "Name");
            if (id != null && name != null) {
                artists.add(new ServerArtist(id, name, isOne ? mbid : null));
            }
        }
        return artists;
    }

    private static @Nullable ServerAlbum album(JsonNode node) {
        String name = text(node, "Album");
        boolean isSecondary = SecondaryAlbums.isByArtist(text(node, "AlbumArtist"))
                || (name != null && SecondaryAlbums.isByName(name));
        return name == null ? null : new ServerAlbum(text(node, "AlbumId"), name, isSecondary);
    }

    // Of several artists the field has several ids: then it is none.
    private static @Nullable String mbid(JsonNode ids, String field) {
        String mbid = ids.path(field).asText("").strip().toLowerCase(Locale.ROOT);
        return MBID.matcher(mbid).matches() ? mbid : null;
    }

    private static Preferences preferences(JsonNode data) {
        return new Preferences(
                data.path("IsFavorite").asBoolean() ? Instant.EPOCH : null,
                0,
                Math.max(0, data.path("PlayCount").asInt()),
                instant(data.path("LastPlayedDate").asText("")));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
