package org.segue.library.subsonic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.SecondaryAlbums;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerRequest.Parameter;
import org.segue.library.subsonic.SubsonicSong.ToldOfServer;

/**
 * Reads all songs of a server once. The protocol has no call for that, so it takes what each server understands: a search for
 * nothing lists all at most of them, one for a pair of quotes at others, and what remains lists albums. For one reading.
 */
final class SubsonicSongs {

    /** LMS refuses more than 1,000. */
    private static final int PAGE = 500;

    private final SubsonicConnection connection;
    private final Consumer<ServerSong> each;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> artistMbids = new HashMap<>();
    private final Set<String> secondaryAlbums = new HashSet<>();
    private final ToldOfServer told = new ToldOfServer(artistMbids, secondaryAlbums);

    SubsonicSongs(SubsonicConnection connection, Consumer<ServerSong> each) {
        this.connection = connection;
        this.each = each;
    }

    /** Hands over every song. */
    void read() {
        if (connection.call("ping").path("openSubsonic").asBoolean()) {
            unlessUnknown(this::readArtists);
            unlessUnknown(this::readKindsOfAlbums);
        }
        if (!search("") && !search("\"\"")) {
            readAlbums();
        }
    }

    // Who does not list these has songs without them.
    private static void unlessUnknown(Runnable reading) {
        try {
            reading.run();
        } catch (LibraryException e) {
            if (e.fault() != Fault.FAILED && e.fault() != Fault.ANSWER) {
                throw e;
            }
        }
    }

    private void readArtists() {
        for (JsonNode index : connection.call("getArtists").path("artists").path("index")) {
            index.path("artist").forEach(this::readArtist);
        }
    }

    private void readArtist(JsonNode artist) {
        String id = SubsonicSong.text(artist, "id");
        String mbid = SubsonicSong.mbid(artist);
        if (id != null && mbid != null) {
            artistMbids.put(id, mbid);
        }
    }

    // A server may give fewer songs than asked for, or the same page again: only one with nothing new is the last.
    private boolean search(String query) {
        int offset = 0;
        int given;
        int before;
        do {
            before = seen.size();
            given = searched(query, offset);
            offset += given;
        } while (given > 0 && seen.size() > before);
        return !seen.isEmpty();
    }

    private int searched(String query, int offset) {
        try {
            return take(connection
                    .call(
                            "search3",
                            new Parameter("query", query),
                            new Parameter("artistCount", "0"),
                            new Parameter("albumCount", "0"),
                            new Parameter("songCount", String.valueOf(PAGE)),
                            new Parameter("songOffset", String.valueOf(offset)))
                    .path("searchResult3"));
        } catch (SubsonicFailure e) {
            // Who does not search for nothing says so when first asked.
            if (offset > 0 || e.fault() != Fault.FAILED) {
                throw e;
            }
            return 0;
        }
    }

    private int take(JsonNode holder) {
        JsonNode songs = holder.path("song");
        for (JsonNode node : songs) {
            String id = SubsonicSong.text(node, "id");
            if (id != null && seen.add(id)) {
                SubsonicSong.of(node, told).ifPresent(each);
            }
        }
        return songs.size();
    }

    private void readAlbums() {
        Set<String> albums = new HashSet<>();
        eachAlbum(album -> readAlbum(SubsonicSong.text(album, "id"), albums));
    }

    private void readKindsOfAlbums() {
        eachAlbum(album -> {
            String id = SubsonicSong.text(album, "id");
            List<String> types = new ArrayList<>();
            album.path("releaseTypes").forEach(type -> types.add(type.asText()));
            if (id != null && (album.path("isCompilation").asBoolean() || SecondaryAlbums.isByType(types))) {
                secondaryAlbums.add(id);
            }
        });
    }

    private void eachAlbum(Consumer<JsonNode> taker) {
        Set<String> albums = new HashSet<>();
        int offset = 0;
        int before;
        do {
            before = albums.size();
            JsonNode page = connection
                    .call(
                            "getAlbumList2",
                            new Parameter("type", "alphabeticalByName"),
                            new Parameter("size", String.valueOf(PAGE)),
                            new Parameter("offset", String.valueOf(offset)))
                    .path("albumList2")
                    .path("album");
            for (JsonNode album : page) {
                albums.add(album.path("id").asText());
                taker.accept(album);
            }
            offset += page.size();
        } while (albums.size() > before);
    }

    private void readAlbum(@Nullable String id, Set<String> albums) {
        if (id != null && albums.add(id)) {
            take(connection.call("getAlbum", new Parameter("id", id)).path("album"));
        }
    }
}
