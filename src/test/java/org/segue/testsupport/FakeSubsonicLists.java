package org.segue.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeServer.Asked;
import org.segue.testsupport.FakeSubsonic.Dialect;

/** Lists of one account of a fake server that speaks Subsonic's protocol. */
final class FakeSubsonicLists {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeLibrary library;
    private final Dialect dialect;
    private final Account account;
    private final Function<String, ObjectNode> song;

    FakeSubsonicLists(FakeLibrary library, Dialect dialect, Account account, Function<String, ObjectNode> song) {
        this.library = library;
        this.dialect = dialect;
        this.account = account;
        this.song = song;
    }

    ObjectNode answer(String method, Asked asked) {
        return switch (method) {
            case "getPlaylists" -> all();
            case "getPlaylist" -> JSON.createObjectNode().set("playlist", node(readable(asked.get("id")), true));
            case "createPlaylist" -> create(asked);
            case "updatePlaylist" -> update(asked);
            default -> delete(asked);
        };
    }

    private ObjectNode all() {
        ObjectNode playlists = JSON.createObjectNode();
        ArrayNode lists = JSON.createArrayNode();
        library.lists().values().stream()
                .filter(list -> list.owner.equals(account.name) || list.isPublic)
                .forEach(list -> lists.add(node(list, false)));
        if (!lists.isEmpty()) {
            playlists.set("playlist", lists);
        }
        return JSON.createObjectNode().set("playlists", playlists);
    }

    // What is false or empty is left out by Navidrome; others' public lists get their owner's name at supysonic.
    private ObjectNode node(FakeList list, boolean withSongs) {
        boolean isOwn = list.owner.equals(account.name);
        ObjectNode node = JSON.createObjectNode()
                .put("id", list.id)
                .put(
                        "name",
                        isOwn || dialect != Dialect.SUPYSONIC ? list.name : "[%s] %s".formatted(list.owner, list.name))
                .put("songCount", list.songIds.size())
                .put("owner", list.owner)
                .put("created", "2026-11-29T10:38:46.956712938Z");
        if (!list.comment.isEmpty() && dialect != Dialect.LMS) {
            node.put("comment", list.comment);
        }
        if (list.isPublic || dialect == Dialect.SUPYSONIC) {
            node.put("public", list.isPublic);
        }
        if (withSongs) {
            ArrayNode entries = node.putArray("entry");
            list.songIds.forEach(id -> entries.add(song.apply(id)));
        }
        return node;
    }

    private FakeList readable(String id) {
        FakeList list = library.lists().get(id);
        if (list == null || !(list.isPublic || list.owner.equals(account.name))) {
            throw FakeSubsonic.failing(70, "playlist not found");
        }
        return list;
    }

    private ObjectNode create(Asked asked) {
        String id = asked.get("playlistId");
        if (id.isEmpty() && asked.get("name").isEmpty()) {
            throw FakeSubsonic.failing(10, "required parameter is missing");
        }
        FakeList list = id.isEmpty() ? null : library.lists().get(id);
        List<String> songs = known(asked.all("songId"));
        if (list == null && !id.isEmpty() && dialect != Dialect.GONIC) {
            throw FakeSubsonic.failing(70, "playlist not found");
        }
        if (list != null) {
            requireOwn(list);
            list.songIds = songs;
            if (dialect != Dialect.NAVIDROME && !asked.get("name").isEmpty()) {
                list.name = asked.get("name");
            }
        } else {
            list = library.makeList(account.name, asked.get("name"), songs);
            list.isPublic = dialect == Dialect.AMPACHE;
        }
        return dialect == Dialect.SUPYSONIC
                ? JSON.createObjectNode()
                : JSON.createObjectNode().set("playlist", node(list, true));
    }

    private List<String> known(List<String> ids) {
        List<String> known = new ArrayList<>();
        for (String id : ids) {
            boolean isKnown = library.songs().stream().anyMatch(one -> one.id().equals(id));
            if (isKnown) {
                known.add(id);
            } else if (dialect == Dialect.GONIC || dialect == Dialect.SUPYSONIC) {
                throw FakeSubsonic.failing(0, "lookup id " + id);
            }
        }
        return known;
    }

    private void requireOwn(FakeList list) {
        if (!list.owner.equals(account.name)) {
            throw FakeSubsonic.failing(50, "User is not authorized for the given operation.");
        }
    }

    private ObjectNode update(Asked asked) {
        FakeList list = library.lists().get(asked.get("playlistId"));
        if (list == null) {
            throw FakeSubsonic.failing(70, "playlist not found");
        }
        if (!list.owner.equals(account.name) && dialect == Dialect.GONIC) {
            return JSON.createObjectNode();
        }
        requireOwn(list);
        if (!asked.all("name").isEmpty()) {
            list.name = asked.get("name");
        }
        if (!asked.all("comment").isEmpty()) {
            list.comment = asked.get("comment");
        }
        list.songIds.addAll(known(asked.all("songIdToAdd")));
        String isPublic = asked.get("public");
        if (dialect == Dialect.LMS) {
            list.isPublic = !isPublic.isEmpty();
        } else if (!isPublic.isEmpty()) {
            list.isPublic = Boolean.parseBoolean(isPublic);
        }
        return JSON.createObjectNode();
    }

    private ObjectNode delete(Asked asked) {
        FakeList list = library.lists().get(asked.get("id"));
        if (list == null) {
            throw FakeSubsonic.failing(70, "playlist not found");
        }
        requireOwn(list);
        library.deleteList(list.id);
        return JSON.createObjectNode();
    }
}
