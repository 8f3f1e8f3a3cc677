package org.segue.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeLibrary.FakeSong;

/** Answers as Jellyfin 10.11 does, with the shapes of its real answers. */
public final class FakeJellyfin extends FakeServer {

    /** What an administrator has made. */
    public static final String KEY = "0f8c7a525a0e4f0e9f430c8f7c1f3b11";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("^MediaBrowser .*Token=\"([^\"]*)\"");
    private static final Pattern DEVICE = Pattern.compile("DeviceId=\"([^\"]+)\"");
    private static final Answer NOT_FOUND = new Answer(404, "\"Playlist not found\"");
    private static final Answer NOTHING = new Answer(204, "");

    private final Map<String, Account> tokens = new LinkedHashMap<>();

    /** Who calls; null stands for a key. */
    private record Caller(Account account) {}

    /** A server with a library of its own. */
    public FakeJellyfin() {
        this(new FakeLibrary(), false);
    }

    /** @param secure whether it speaks https, with a certificate that nobody has signed */
    public FakeJellyfin(FakeLibrary library, boolean secure) {
        super(library, secure);
    }

    /** Ends all logins. */
    public synchronized void signEverybodyOut() {
        tokens.clear();
    }

    @Override
    protected Answer failed() {
        return new Answer(500, "Error processing request.");
    }

    @Override
    protected synchronized Answer answer(Asked asked) {
        String path = asked.path();
        if (path.equals("/System/Info/Public")) {
            return json(JSON.createObjectNode()
                    .put("LocalAddress", address().toString())
                    .put("ServerName", "house")
                    .put("Version", "10.11.11")
                    .put("ProductName", "Jellyfin Server")
                    .put("Id", "5d2e1f0c9b8a47869574635241302f1e")
                    .put("StartupWizardCompleted", true));
        }
        if (path.equals("/Users/AuthenticateByName")) {
            return signIn(asked);
        }
        Matcher token = TOKEN.matcher(asked.headers().getOrDefault("Authorization", ""));
        String word = token.find() ? URLDecoder.decode(token.group(1), StandardCharsets.UTF_8) : "";
        Account account = tokens.get(word);
        if (account == null && !word.equals(KEY)) {
            return new Answer(401, "");
        }
        return known(asked, new Caller(account));
    }

    private Answer signIn(Asked asked) {
        Matcher device = DEVICE.matcher(asked.headers().getOrDefault("Authorization", ""));
        JsonNode body = tree(asked.body());
        Account account = library().accounts().stream()
                .filter(one -> one.name.equalsIgnoreCase(body.path("Username").asText())
                        && one.password.equals(body.path("Pw").asText()))
                .findFirst()
                .orElse(null);
        if (!device.find()) {
            return new Answer(400, "Error processing request.");
        }
        if (account == null) {
            return new Answer(401, "Error processing request.");
        }
        String token = "%032x".formatted(device.group(1).hashCode() & 0xffffffffL);
        tokens.put(token, account);
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("User").put("Name", account.name).put("Id", account.id);
        return json(answer.put("AccessToken", token).put("ServerId", "5d2e1f0c9b8a47869574635241302f1e"));
    }

    private Answer known(Asked asked, Caller caller) {
        String path = asked.path();
        if (path.equals("/Users")) {
            ArrayNode users = JSON.createArrayNode();
            library()
                    .accounts()
                    .forEach(one -> users.addObject().put("Name", one.name).put("Id", one.id));
            return json(users);
        }
        if (path.equals("/Items")) {
            return items(asked, caller);
        }
        if (path.startsWith("/UserFavoriteItems/")) {
            return favorite(asked, caller, path.substring("/UserFavoriteItems/".length()));
        }
        if (path.startsWith("/Items/")) {
            return delete(path.substring("/Items/".length()), caller);
        }
        return path.startsWith("/Playlists") ? list(asked, caller) : new Answer(404, "");
    }

    // Whom a call is about: the caller, unless a key names somebody.
    private Account of(Caller caller, String named) {
        Account account = caller.account();
        return account != null
                ? account
                : library().accounts().stream()
                        .filter(one -> one.id.equals(named))
                        .findFirst()
                        .orElse(null);
    }

    private Answer items(Asked asked, Caller caller) {
        Account account = of(caller, asked.get("userId"));
        if (asked.get("includeItemTypes").equals("Playlist")) {
            return json(lists(account));
        }
        int start = asked.get("startIndex").isEmpty() ? 0 : Integer.parseInt(asked.get("startIndex"));
        int limit = Integer.parseInt(asked.get("limit"));
        ArrayNode items = JSON.createArrayNode();
        shown(account)
                .filter(song -> asked.get("ids").isEmpty() || asked.get("ids").equals(song.id()))
                .skip(start)
                .limit(limit)
                .forEach(song -> items.add(item(song, account)));
        return json(result(items, start));
    }

    private static ObjectNode result(ArrayNode items, int start) {
        ObjectNode result = JSON.createObjectNode();
        result.set("Items", items);
        return result.put("TotalRecordCount", items.size()).put("StartIndex", start);
    }

    private Stream<FakeSong> shown(Account account) {
        return library().songs().stream().filter(song -> account == null || account.sees.test(song));
    }

    private static ObjectNode item(FakeSong song, Account account) {
        ObjectNode item = JSON.createObjectNode()
                .put("Name", song.title())
                .put("ServerId", "5d2e1f0c9b8a47869574635241302f1e")
                .put("Id", song.id())
                .put("HasLyrics", false)
                .put("Path", "/music/" + song.path())
                .put("RunTimeTicks", song.seconds() * 10_000_000L)
                .put("ProductionYear", 2019)
                .put("IndexNumber", 1)
                .put("IsFolder", false)
                .put("Type", "Audio");
        ObjectNode ids = item.putObject("ProviderIds");
        if (!song.mbid().isEmpty()) {
            ids.put("MusicBrainzRecording", song.mbid()).put("MusicBrainzTrack", FakeLibrary.uuid(0x7ac));
        }
        if (!song.artists().get(0).mbid().isEmpty()) {
            ids.put("MusicBrainzArtist", song.artists().get(0).mbid());
        }
        ArrayNode artists = item.putArray("Artists");
        ArrayNode artistItems = item.putArray("ArtistItems");
        song.artists().forEach(artist -> {
            artists.add(artist.name());
            artistItems.addObject().put("Name", artist.name()).put("Id", artist.id());
        });
        item.put("Album", song.album().name()).put("AlbumId", song.album().id());
        item.put("AlbumArtist", song.album().artist().name()).put("MediaType", "Audio");
        ObjectNode data = item.putObject("UserData")
                .put("PlaybackPositionTicks", 0)
                .put("PlayCount", account == null ? 0 : account.plays.getOrDefault(song.id(), 0))
                .put("IsFavorite", account != null && account.stars.containsKey(song.id()))
                .put("Played", account != null && account.plays.containsKey(song.id()))
                .put("Key", song.id())
                .put("ItemId", song.id());
        if (account != null && account.played.containsKey(song.id())) {
            // .NET writes seven digits.
            data.put("LastPlayedDate", account.played.get(song.id()).toString().replace("Z", "0000Z"));
        }
        return item;
    }

    private ObjectNode lists(Account account) {
        ArrayNode items = JSON.createArrayNode();
        library().lists().values().stream()
                .filter(list -> account == null || list.owner.equals(account.name) || list.isPublic)
                .forEach(list -> items.addObject()
                        .put("Name", list.name)
                        .put("Id", list.id)
                        .put("Type", "Playlist")
                        .put("MediaType", "Audio"));
        return result(items, 0);
    }

    private Answer favorite(Asked asked, Caller caller, String id) {
        Account account = of(caller, asked.get("userId"));
        if (shown(account).noneMatch(song -> song.id().equals(id))) {
            return new Answer(404, "");
        }
        boolean isFavorite = asked.method().equals("POST");
        if (isFavorite) {
            account.stars.put(id, Instant.EPOCH);
        } else {
            account.stars.remove(id);
        }
        return json(JSON.createObjectNode().put("IsFavorite", isFavorite).put("ItemId", id));
    }

    private Answer delete(String id, Caller caller) {
        FakeList list = library().lists().get(id);
        if (list == null) {
            return new Answer(404, "");
        }
        if (caller.account() != null && !list.owner.equals(caller.account().name)) {
            return new Answer(401, "");
        }
        library().deleteList(id);
        return NOTHING;
    }

    private Answer list(Asked asked, Caller caller) {
        String[] parts = asked.path().split("/", -1);
        JsonNode body = tree(asked.body());
        if (parts.length == 2) {
            Account owner = of(caller, body.path("UserId").asText());
            FakeList made = library().makeList(owner.name, body.path("Name").asText(), known(body.path("Ids")));
            made.isPublic = body.path("IsPublic").asBoolean(true);
            return json(JSON.createObjectNode().put("Id", made.id));
        }
        FakeList list = library().lists().get(parts[2]);
        boolean isOwn = list != null && caller.account() != null && list.owner.equals(caller.account().name);
        if (parts.length == 4 && parts[3].equals("Items")) {
            return list == null ? NOT_FOUND : entries(asked, caller, list);
        }
        if (list == null || (caller.account() == null)) {
            return NOT_FOUND;
        }
        if (!isOwn) {
            return new Answer(403, "");
        }
        if (asked.method().equals("GET")) {
            return json(JSON.createArrayNode());
        }
        list.name = body.path("Name").asText(list.name);
        list.isPublic = body.path("IsPublic").asBoolean(list.isPublic);
        list.songIds = known(body.path("Ids"));
        return NOTHING;
    }

    private Answer entries(Asked asked, Caller caller, FakeList list) {
        Account account = of(caller, asked.get("userId"));
        switch (asked.method()) {
            case "POST" ->
                list.songIds.addAll(Arrays.stream(asked.get("ids").split(","))
                        .filter(this::isKnown)
                        .toList());
            case "DELETE" ->
                Arrays.stream(asked.get("entryIds").split(","))
                        .forEach(entry -> list.songIds.remove(entry.substring("entry-".length())));
            default -> {
                ArrayNode items = JSON.createArrayNode();
                Map<String, FakeSong> songs = library().byId();
                list.songIds.forEach(
                        id -> items.add(item(songs.get(id), account).put("PlaylistItemId", "entry-" + id)));
                return json(result(items, 0));
            }
        }
        return NOTHING;
    }

    private List<String> known(JsonNode ids) {
        List<String> known = new ArrayList<>();
        for (JsonNode id : ids) {
            if (isKnown(id.asText())) {
                known.add(id.asText());
            }
        }
        return known;
    }

    private boolean isKnown(String id) {
        return library().songs().stream().anyMatch(song -> song.id().equals(id));
    }

    private static Answer json(JsonNode node) {
        return new Answer(200, node.toString());
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
