package org.segue.library.subsonic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;
import org.segue.library.ServerPlaylist;
import org.segue.library.http.ServerRequest.Parameter;

/**
 * Lists of an account. Servers differ: some do not answer the list that they made, some ignore its name when it is replaced, some
 * make it public; so the list is looked for if need be, and name, comment and privacy are set by a call of their own.
 */
final class SubsonicPlaylists {

    /** Songs of one request whose parameters are in the address, so that it stays below the 8 KB that servers take. */
    private static final int SONGS_OF_AN_ADDRESS = 100;

    private final SubsonicConnection connection;
    private final Supplier<@Nullable String> account;

    SubsonicPlaylists(SubsonicConnection connection, Supplier<@Nullable String> account) {
        this.connection = connection;
        this.account = account;
    }

    List<ServerPlaylist> all() {
        List<ServerPlaylist> all = new ArrayList<>();
        for (JsonNode list : connection.call("getPlaylists").path("playlists").path("playlist")) {
            String id = SubsonicSong.text(list, "id");
            if (id != null) {
                String owner = SubsonicSong.text(list, "owner");
                all.add(new ServerPlaylist(id, list.path("name").asText(), owner, SubsonicSong.text(list, "comment")));
            }
        }
        return all;
    }

    Optional<List<String>> songsOf(String id) {
        try {
            List<String> songs = new ArrayList<>();
            connection
                    .call("getPlaylist", new Parameter("id", id))
                    .path("playlist")
                    .path("entry")
                    .forEach(song -> songs.add(song.path("id").asText()));
            return Optional.of(songs);
        } catch (SubsonicFailure e) {
            if (e.code() == SubsonicFailure.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    String create(String name, String comment, List<String> songIds) {
        Set<String> before = ids(name);
        JsonNode answer = connection.call("createPlaylist", parameters("name", name, head(songIds)));
        String id = SubsonicSong.text(answer.path("playlist"), "id");
        String made = id == null ? found(name, before) : id;
        try {
            append(made, songIds);
            describe(made, name, comment);
        } catch (LibraryException e) {
            // Nobody would know that it is there.
            delete(made);
            throw e;
        }
        return made;
    }

    void replace(String id, String name, String comment, List<String> songIds) {
        List<Parameter> parameters = parameters("playlistId", id, head(songIds));
        parameters.add(new Parameter("name", name));
        connection.call("createPlaylist", parameters);
        append(id, songIds);
        describe(id, name, comment);
    }

    void delete(String id) {
        try {
            connection.call("deletePlaylist", new Parameter("id", id));
        } catch (SubsonicFailure e) {
            if (e.code() != SubsonicFailure.NOT_FOUND) {
                throw e;
            }
        }
    }

    private Set<String> ids(String name) {
        String owner = account.get();
        return all().stream()
                .filter(list -> list.name().equals(name) && (owner == null || owner.equals(list.owner())))
                .map(ServerPlaylist::id)
                .collect(Collectors.toSet());
    }

    private String found(String name, Set<String> before) {
        Set<String> made = ids(name);
        made.removeAll(before);
        if (made.size() != 1) {
            throw new LibraryException(Fault.FAILED, LibraryPhrase.LIST_NOT_FOUND.with());
        }
        return made.iterator().next();
    }

    private List<String> head(List<String> songIds) {
        return connection.login().isPosted()
                ? songIds
                : songIds.subList(0, Math.min(SONGS_OF_AN_ADDRESS, songIds.size()));
    }

    private void append(String id, List<String> songIds) {
        for (int from = head(songIds).size(); from < songIds.size(); from += SONGS_OF_AN_ADDRESS) {
            List<Parameter> parameters = new ArrayList<>(List.of(new Parameter("playlistId", id)));
            songIds.subList(from, Math.min(songIds.size(), from + SONGS_OF_AN_ADDRESS))
                    .forEach(song -> parameters.add(new Parameter("songIdToAdd", song)));
            connection.call("updatePlaylist", parameters);
        }
    }

    private static List<Parameter> parameters(String key, String value, List<String> songIds) {
        List<Parameter> parameters = new ArrayList<>(List.of(new Parameter(key, value)));
        songIds.forEach(song -> parameters.add(new Parameter("songId", song)));
        return parameters;
    }

    // LMS makes a list public as soon as a call speaks of that, whatever it says; so it is said of public lists only.
    private void describe(String id, String name, String comment) {
        List<Parameter> words = List.of(
                new Parameter("playlistId", id), new Parameter("name", name), new Parameter("comment", comment));
        connection.call("updatePlaylist", words);
        JsonNode list = connection.call("getPlaylist", new Parameter("id", id)).path("playlist");
        if (list.path("public").asBoolean()) {
            List<Parameter> all = new ArrayList<>(words);
            all.add(new Parameter("public", "false"));
            connection.call("updatePlaylist", all);
        }
    }
}
