package org.segue.library.jellyfin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;
import org.segue.library.LibraryServer;
import org.segue.library.ServerFacts;
import org.segue.library.ServerPlaylist;
import org.segue.library.ServerSong;
import org.segue.library.http.ServerRequest.Parameter;

/** A Jellyfin server, spoken to as one account. Its lists have no comments, and do not say whose they are. For one thread at a time. */
final class JellyfinServer implements LibraryServer {

    private static final int PAGE = 500;

    /** Ids in an address, so that it stays below the 8 KB that servers take. */
    private static final int IDS_OF_AN_ADDRESS = 100;

    private final JellyfinConnection connection;
    private final Parameter user;

    JellyfinServer(JellyfinConnection connection) {
        this.connection = connection;
        this.user = new Parameter("userId", connection.login().userId());
    }

    @Override
    public ServerFacts facts() {
        JsonNode info = connection.get("/System/Info/Public");
        // The former is for anybody: this one fails for who may not sign in.
        connection.get(
                "/Items",
                user,
                new Parameter("recursive", "true"),
                new Parameter("includeItemTypes", "Audio"),
                new Parameter("limit", "1"));
        return new ServerFacts(
                "jellyfin",
                JellyfinSong.text(info, "Version"),
                connection.login().user(),
                Set.of());
    }

    @Override
    public Optional<String> revision() {
        return Optional.empty();
    }

    @Override
    public void songs(Consumer<ServerSong> each) {
        Set<String> seen = new HashSet<>();
        int offset = 0;
        int before;
        do {
            before = seen.size();
            JsonNode page = songs(offset);
            for (JsonNode node : page) {
                JellyfinSong.of(node).filter(song -> seen.add(song.id())).ifPresent(each);
            }
            offset += page.size();
        } while (seen.size() > before);
    }

    private JsonNode songs(int offset) {
        return connection
                .get(
                        "/Items",
                        user,
                        new Parameter("recursive", "true"),
                        new Parameter("includeItemTypes", "Audio"),
                        new Parameter("fields", "ProviderIds,Path"),
                        new Parameter("enableImages", "false"),
                        new Parameter("enableTotalRecordCount", "false"),
                        new Parameter("sortBy", "SortName,DateCreated"),
                        new Parameter("startIndex", String.valueOf(offset)),
                        new Parameter("limit", String.valueOf(PAGE)))
                .path("Items");
    }

    @Override
    public List<ServerPlaylist> playlists() {
        List<ServerPlaylist> all = new ArrayList<>();
        JsonNode lists = connection.get(
                "/Items", user, new Parameter("recursive", "true"), new Parameter("includeItemTypes", "Playlist"));
        for (JsonNode list : lists.path("Items")) {
            String id = JellyfinSong.text(list, "Id");
            if (id != null) {
                all.add(new ServerPlaylist(id, list.path("Name").asText(), null, null));
            }
        }
        return all;
    }

    @Override
    public Optional<List<String>> songsOf(String playlistId) {
        return entries(playlistId, "Id");
    }

    private Optional<List<String>> entries(String playlistId, String field) {
        return connection.find(items(playlistId), user).map(answer -> {
            List<String> ids = new ArrayList<>();
            answer.path("Items").forEach(item -> ids.add(item.path(field).asText()));
            return ids;
        });
    }

    private static String items(String playlistId) {
        return "/Playlists/" + segment(playlistId) + "/Items";
    }

    // Ids are the server's own, but come from a database that others may have written to.
    private static String segment(String id) {
        return id.replaceAll("[^0-9A-Za-z-]", "");
    }

    @Override
    public String create(String name, String comment, List<String> songIds) {
        ObjectNode body = described(name, songIds)
                .put("UserId", connection.login().userId())
                .put("MediaType", "Audio");
        String id = JellyfinSong.text(connection.post("/Playlists", body), "Id");
        if (id == null) {
            throw new LibraryException(Fault.ANSWER, LibraryPhrase.LIST_UNNAMED.with());
        }
        return id;
    }

    private static ObjectNode described(String name, List<String> songIds) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("Name", name).put("IsPublic", false);
        songIds.forEach(body.putArray("Ids")::add);
        return body;
    }

    @Override
    public void replace(String playlistId, String name, String comment, List<String> songIds) {
        if (connection.login().isKey()) {
            refill(playlistId, songIds);
            return;
        }
        // Fails for everybody but the owner, while the other call lets in whoever may edit.
        connection.get("/Playlists/" + segment(playlistId) + "/Users");
        connection.post("/Playlists/" + segment(playlistId), described(name, songIds));
    }

    // A key stands for nobody, and nobody may replace a list: its songs are taken out and others put in. The name
    // stays.
    private void refill(String playlistId, List<String> songIds) {
        List<String> entries = entries(playlistId, "PlaylistItemId").orElse(List.of());
        inParts(entries, ids -> connection.delete(items(playlistId), new Parameter("entryIds", ids)));
        inParts(
                songIds,
                ids -> connection.post(
                        items(playlistId), JsonNodeFactory.instance.objectNode(), user, new Parameter("ids", ids)));
    }

    private static void inParts(List<String> ids, Consumer<String> each) {
        for (int from = 0; from < ids.size(); from += IDS_OF_AN_ADDRESS) {
            each.accept(String.join(",", ids.subList(from, Math.min(ids.size(), from + IDS_OF_AN_ADDRESS))));
        }
    }

    @Override
    public void delete(String playlistId) {
        connection.delete("/Items/" + segment(playlistId));
    }

    @Override
    public boolean isStarred(String songId) {
        JsonNode items = connection
                .get("/Items", user, new Parameter("ids", segment(songId)), new Parameter("limit", "1"))
                .path("Items");
        return items.path(0).path("UserData").path("IsFavorite").asBoolean();
    }

    @Override
    public void star(String songId, boolean starred) {
        String path = "/UserFavoriteItems/" + segment(songId);
        if (starred) {
            connection.post(path, JsonNodeFactory.instance.objectNode(), user);
        } else {
            connection.delete(path, user);
        }
    }
}
