package org.segue.library.subsonic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryServer;
import org.segue.library.ServerFacts;
import org.segue.library.ServerPlaylist;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerRequest.Parameter;
import org.segue.library.subsonic.SubsonicSong.ToldOfServer;

/** A server that speaks Subsonic's protocol. For one thread at a time. */
final class SubsonicServer implements LibraryServer {

    private final SubsonicConnection connection;
    private final SubsonicPlaylists lists;

    SubsonicServer(SubsonicConnection connection) {
        this.connection = connection;
        this.lists = new SubsonicPlaylists(connection, this::account);
    }

    @Override
    public ServerFacts facts() {
        JsonNode answer = connection.call("ping");
        String version = SubsonicSong.text(answer, "serverVersion");
        return new ServerFacts(
                SubsonicSong.text(answer, "type"),
                version == null ? SubsonicSong.text(answer, "version") : version,
                account(),
                extensions());
    }

    /** The account's name; of a key only newer servers tell it. */
    private @Nullable String account() {
        if (!connection.login().user().isEmpty()) {
            return connection.login().user();
        }
        try {
            return SubsonicSong.text(connection.call("tokenInfo").path("tokenInfo"), "username");
        } catch (LibraryException e) {
            requireOnlyUnknown(e);
            return null;
        }
    }

    private Set<String> extensions() {
        Set<String> names = new HashSet<>();
        try {
            for (JsonNode extension :
                    connection.call("getOpenSubsonicExtensions").path("openSubsonicExtensions")) {
                names.add(extension.path("name").asText());
            }
        } catch (LibraryException e) {
            requireOnlyUnknown(e);
        }
        return names;
    }

    // Older servers do not know the method.
    private static void requireOnlyUnknown(LibraryException failure) {
        if (failure.fault() != Fault.FAILED && failure.fault() != Fault.ANSWER) {
            throw failure;
        }
    }

    @Override
    public Optional<String> revision() {
        try {
            JsonNode status = connection.call("getScanStatus").path("scanStatus");
            String scanned = SubsonicSong.text(status, "lastScan");
            boolean isKnown = scanned != null && !status.path("scanning").asBoolean();
            return isKnown ? Optional.of(scanned + ' ' + status.path("count").asText()) : Optional.empty();
        } catch (SubsonicFailure e) {
            return Optional.empty();
        }
    }

    @Override
    public void songs(Consumer<ServerSong> each) {
        new SubsonicSongs(connection, each).read();
    }

    @Override
    public List<ServerPlaylist> playlists() {
        return lists.all();
    }

    @Override
    public Optional<List<String>> songsOf(String playlistId) {
        return lists.songsOf(playlistId);
    }

    @Override
    public String create(String name, String comment, List<String> songIds) {
        return lists.create(name, comment, songIds);
    }

    @Override
    public void replace(String playlistId, String name, String comment, List<String> songIds) {
        lists.replace(playlistId, name, comment, songIds);
    }

    @Override
    public void delete(String playlistId) {
        lists.delete(playlistId);
    }

    @Override
    public boolean isStarred(String songId) {
        try {
            return SubsonicSong.of(
                            connection
                                    .call("getSong", new Parameter("id", songId))
                                    .path("song"),
                            ToldOfServer.NOTHING)
                    .filter(song -> song.preferences().starredAt() != null)
                    .isPresent();
        } catch (SubsonicFailure e) {
            if (e.code() == SubsonicFailure.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    // supysonic calls it a failure if it was so already.
    @Override
    public void star(String songId, boolean starred) {
        Parameter id = new Parameter("id", songId);
        try {
            connection.call(starred ? "star" : "unstar", id);
        } catch (SubsonicFailure e) {
            if (e.code() != 0 || connection.call("getSong", id).path("song").hasNonNull("starred") != starred) {
                throw e;
            }
        }
    }
}
