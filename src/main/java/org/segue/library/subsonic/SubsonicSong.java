package org.segue.library.subsonic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.library.SecondaryAlbums;
import org.segue.library.ServerSong;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerAlbum;
import org.segue.library.ServerSong.ServerArtist;

/** Reads songs as servers write them: what is nothing is left out by some, and empty, zero or null of others. */
final class SubsonicSong {

    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int BEST_RATING = 5;

    private SubsonicSong() {}

    /**
     * What a server has told before it lists songs.
     *
     * @param artistMbids MusicBrainz artists by its ids of artists
     * @param secondaryAlbums its ids of albums that are live or compilations
     */
    record ToldOfServer(Map<String, String> artistMbids, Set<String> secondaryAlbums) {

        /** Nothing. */
        static final ToldOfServer NOTHING = new ToldOfServer(Map.of(), Set.of());
    }

    /**
     * A song, nothing if it is none: a folder, a film, or without an id.
     *
     * @param told what the server has told of artists and albums
     */
    static Optional<ServerSong> of(JsonNode node, ToldOfServer told) {
        String id = text(node, "id");
        String title = title(node);
        boolean isOther = node.path("isDir").asBoolean()
                || node.path("isVideo").asBoolean()
                || "podcast".equals(text(node, "type"));
        if (id == null || title == null || isOther) {
            return Optional.empty();
        }
        int seconds = node.path("duration").asInt();
        return Optional.of(new ServerSong(
                id,
                new Names(
                        title,
                        text(node, "artist"),
                        artists(node, told.artistMbids()),
                        album(node, told.secondaryAlbums())),
                seconds > 0 && seconds < Integer.MAX_VALUE / 1000 ? seconds * 1000 : null,
                mbid(node),
                isrcs(node.path("isrc")),
                text(node, "path"),
                preferences(node)));
    }

    // Files without tags have no title at some servers.
    private static @Nullable String title(JsonNode node) {
        String title = text(node, "title");
        String path = text(node, "path");
        return title != null || path == null
                ? title
                : path.replaceAll(".*/", "").replaceAll("\\.[^.]+$", "");
    }

    /** Text that says something, else null. Numbers are text too: some servers' ids are numbers. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.asText().isBlank() && !value.isNull() ? value.asText() : null;
    }

    /** The MusicBrainz id of a thing, null if it has none. */
    static @Nullable String mbid(JsonNode node) {
        String mbid = text(node, "musicBrainzId");
        String lower = mbid == null ? "" : mbid.strip().toLowerCase(Locale.ROOT);
        return MBID.matcher(lower).matches() ? lower : null;
    }

    private static List<ServerArtist> artists(JsonNode node, Map<String, String> mbids) {
        List<ServerArtist> artists = new ArrayList<>();
        for (JsonNode artist : node.path("artists")) {
            String id = text(artist, "id");
            String name = text(artist, "name");
            if (id != null && name != null) {
                String mbid = mbid(artist);
                artists.add(new ServerArtist(id, name, mbid == null ? mbids.get(id) : mbid));
            }
        }
        return artists;
    }

    private static @Nullable ServerAlbum album(JsonNode node, Set<String> secondary) {
        String name = text(node, "album");
        if (name == null) {
            return null;
        }
        String id = text(node, "albumId");
        boolean isSecondary = SecondaryAlbums.isByArtist(text(node, "displayAlbumArtist"))
                || SecondaryAlbums.isByName(name)
                || (id != null && secondary.contains(id));
        return new ServerAlbum(id, name, isSecondary);
    }

    private static List<String> isrcs(JsonNode isrc) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : isrc.isArray() ? isrc : List.of(isrc)) {
            if (one.isTextual() && !one.asText().isBlank()) {
                all.add(one.asText().strip());
            }
        }
        return all;
    }

    private static Preferences preferences(JsonNode node) {
        String starred = text(node, "starred");
        String played = text(node, "played");
        int rating = node.path("userRating").asInt();
        return new Preferences(
                starred == null || "false".equals(starred)
                        ? null
                        : instant(starred).orElse(Instant.EPOCH),
                Math.max(0, Math.min(BEST_RATING, rating)),
                Math.max(0, node.path("playCount").asInt()),
                played == null ? null : instant(played).orElse(null));
    }

    // Some say no zone: theirs is UTC.
    private static Optional<Instant> instant(String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
